import { CaseTag, Context, defaultOperators, toValueSync, type Comparable, type Operators } from 'liquidjs';
import { readDateText } from '../values/date-text.ts';
import { readNumberText } from '../values/number-text.ts';
import { readYesNoText } from '../values/yes-no-text.ts';
import { absent } from './absent.ts';

/** The number that a value is or means; undefined: it means none, or more than one. */
export const numberIn = (value: unknown): number | undefined => {
  if (typeof value !== 'string') return typeof value === 'number' ? value : undefined;
  const read = readNumberText(value) ?? (value.trim() === '' ? Number.NaN : Number(value));
  return Number.isFinite(read) ? read : undefined;
};

const instantIn = (value: unknown): number | undefined =>
  typeof value === 'string' ? readDateText(value)?.instant : undefined;

/** Undefined: neither side is a text beside a number, or beside true or false. */
const isEqual = (left: unknown, right: unknown): boolean | undefined => {
  if (typeof left === typeof right) return undefined;
  if (typeof right === 'string') return isEqual(right, left);
  if (typeof left !== 'string') return undefined;
  if (typeof right === 'number') return numberIn(left) === right;
  return typeof right === 'boolean' ? readYesNoText(left) === right : undefined;
};

const isTextOrNumber = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

const unordered: readonly [number, number] = [Number.NaN, Number.NaN];

/** What both sides measure, as numbers or as dates. Undefined: neither means one, so that texts go by their letters. */
const measured = (left: unknown, right: unknown): readonly [number, number] | undefined => {
  if (!isTextOrNumber(left) || !isTextOrNumber(right)) return undefined;
  let isRead = false;
  for (const read of [numberIn, instantIn]) {
    const [one, other] = [read(left), read(right)];
    if (one !== undefined && other !== undefined) return [one, other];
    isRead ||= one !== undefined || other !== undefined;
  }
  return isRead ? unordered : undefined;
};

type Operator = (left: unknown, right: unknown) => boolean;

/** Of two values no operator looks at where they come from. */
const nowhere = new Context();

const ofLiquid = (sign: string): Operator => {
  const operator = defaultOperators[sign];
  if (!operator) throw new Error(`Liquid has no operator ${sign}`);
  return (left, right) => toValueSync(operator(left, right, nowhere)) === true;
};

const equals = ofLiquid('==');
const contains = ofLiquid('contains');

const isSame: Operator = (left, right) => isEqual(left, right) ?? equals(left, right);

const ordering = (sign: string, holds: (left: number, right: number) => boolean): Operator => {
  const byLetters = ofLiquid(sign);
  return (left, right) => {
    const sizes = measured(left, right);
    return sizes ? holds(...sizes) : byLetters(left, right);
  };
};

/**
 * Values of people are texts. Beside a number, or beside true or false, a text is what it means, read as the filter of an
 * audience reads it (model/matches.ts), and so is what is more or less than a number or a date. A text that means none is
 * neither equal nor more nor less. Two texts are equal by their letters.
 */
export const comparing = {
  '==': isSame,
  '!=': (left, right) => !isSame(left, right),
  '>': ordering('>', (left, right) => left > right),
  '<': ordering('<', (left, right) => left < right),
  '>=': ordering('>=', (left, right) => left >= right),
  '<=': ordering('<=', (left, right) => left <= right),
  contains: (left, right) =>
    (Array.isArray(left) && left.some((each) => isEqual(each, right) === true)) || contains(left, right),
} satisfies Record<string, Operator>;

export const operators: Operators = { ...defaultOperators, ...comparing };

const never = (): boolean => false;

const soughtIn = (value: unknown): Comparable => ({
  equals: (other) => isSame(value, other),
  gt: never,
  geq: never,
  lt: never,
  leq: never,
});

const isPlain = (value: unknown): boolean => value === absent || typeof value === 'boolean' || isTextOrNumber(value);

/** `{% case %}` that compares as `{% if %}` does; Liquid's own compares what it took out of a value. */
export class ComparingCase extends CaseTag {
  constructor(...given: ConstructorParameters<typeof CaseTag>) {
    super(...given);
    const value = this.value.value.bind(this.value);
    this.value.value = function* evaluate(context: Context, isLenient?: boolean): Generator<unknown, unknown, unknown> {
      const found = yield value(context, isLenient);
      return isPlain(found) ? soughtIn(found) : found;
    };
  }
}
