import { CaseTag, IfTag, TypeGuards, UnlessTag, type Template, type Token } from 'liquidjs';
import { readDateText } from '../values/date-text.ts';
import { readYesNoText } from '../values/yes-no-text.ts';
import { numberIn } from './comparisons.ts';
import { childrenOf } from './condition-tags.ts';

/** As what a condition reads the text of a person; `filled`: it asks for nothing but that there is one. */
export type AskedAs = 'text' | 'number' | 'date' | 'yesNo' | 'filled';
export type AskedValue = { name: string; as: AskedAs };

const { isLiteralToken, isNumberToken, isOperatorToken, isPropertyAccessToken, isQuotedToken, isWordToken } =
  TypeGuards;

const ordering = new Set(['>', '<', '>=', '<=']);
const joining = new Set(['and', 'or', 'not']);

/** Undefined: it is no variable by itself. */
const nameOf = (token: Token | undefined): string | undefined => {
  if (!isPropertyAccessToken(token) || token.variable !== undefined || token.props.length !== 1) return undefined;
  const [name] = token.props;
  return isWordToken(name) ? name.content : undefined;
};

/** As what a value is read that stands beside this one. */
const besides = (token: Token | undefined, isOrder: boolean): AskedAs => {
  if (isNumberToken(token)) return 'number';
  if (isLiteralToken(token) && typeof token.content === 'boolean') return 'yesNo';
  if (!isOrder || !isQuotedToken(token)) return 'text';
  if (numberIn(token.content) !== undefined) return 'number';
  return readDateText(token.content) ? 'date' : 'text';
};

const askedBeside = (one: Token | undefined, other: Token | undefined, isOrder: boolean): AskedValue[] => {
  const name = nameOf(one);
  return name === undefined ? [] : [{ name, as: besides(other, isOrder) }];
};

const askedAlone = (token: Token | undefined): AskedValue[] => {
  const name = nameOf(token);
  return name === undefined ? [] : [{ name, as: 'filled' }];
};

/** Of an expression in postfix notation; undefined on the stack: what an operator gave. */
const askedIn = (postfix: readonly Token[]): AskedValue[] => {
  const asked: AskedValue[] = [];
  const stack: (Token | undefined)[] = [];
  for (const token of postfix) {
    if (!isOperatorToken(token)) {
      stack.push(token);
      continue;
    }
    const { operator } = token;
    const right = stack.pop();
    const left = operator === 'not' ? undefined : stack.pop();
    if (joining.has(operator)) asked.push(...askedAlone(left), ...askedAlone(right));
    else {
      const isOrder = ordering.has(operator);
      asked.push(...askedBeside(left, right, isOrder), ...askedBeside(right, left, isOrder));
    }
    stack.push(undefined);
  }
  return [...asked, ...askedAlone(stack.pop())];
};

const askedBy = (template: Template): AskedValue[] => {
  if (template instanceof IfTag || template instanceof UnlessTag)
    return template.branches.flatMap(({ value }) => (value.filters.length > 0 ? [] : askedIn(value.initial.postfix)));
  if (!(template instanceof CaseTag) || template.value.filters.length > 0) return [];
  const [sought] = template.value.initial.postfix;
  return template.branches.flatMap(({ values }) => values.flatMap((value) => askedBeside(sought, value, false)));
};

/** The variables that the conditions of a template read, each with how; some may occur twice. */
export const askedValues = (templates: readonly Template[]): AskedValue[] => {
  const asked: AskedValue[] = [];
  const waiting = [...templates];
  for (let template = waiting.pop(); template; template = waiting.pop()) {
    asked.push(...askedBy(template));
    for (const child of childrenOf(template)) waiting.push(child);
  }
  return asked;
};

const readable: Record<AskedAs, (text: string) => boolean> = {
  text: () => true,
  number: (text) => numberIn(text) !== undefined,
  date: (text) => readDateText(text) !== undefined,
  yesNo: (text) => readYesNoText(text) !== undefined,
  // Liquid takes every text for true.
  filled: (text) => readYesNoText(text) !== false,
};

/** Does a condition that asks so find in this text, which is not empty, what its author means? */
export const isMeant = (as: AskedAs, text: string): boolean => readable[as](text);
