import { LiquidError, toValue, type FilterImplOptions, type Liquid } from 'liquidjs';
import { numberIn } from './comparisons.ts';

const calculations = 'abs at_least at_most ceil divided_by floor minus modulo plus round times'.split(' ');

class NoNumber extends Error {}

/** Is it that a template calculates with what is no number? */
export const isOfNumbers = (error: unknown): boolean =>
  LiquidError.is(error) && error.originalError instanceof NoNumber;

/** Liquid takes a text that it cannot read, `12,50` among them, for nought. What is empty is nought. */
const numberOf = (name: string, given: unknown): unknown => {
  const value: unknown = toValue(given);
  const text: unknown = typeof value === 'object' ? value?.valueOf() : value;
  if (typeof text !== 'string' || text.trim() === '') return text;
  const number = numberIn(text);
  if (number === undefined) throw new NoNumber(`${name} takes numbers, such as 12.5: a value is none, or may mean two`);
  return number;
};

/** A mail cannot be put together of what is no number any more, such as of a division by 0: `Infinity €` is no price. */
const calculated = (name: string, result: unknown): unknown => {
  if (typeof result === 'number' && !Number.isFinite(result)) throw new Error(`${name} gives no number`);
  return result;
};

const filterOf = (engine: Liquid, name: string): Extract<FilterImplOptions, (...args: never[]) => unknown> => {
  const filter: FilterImplOptions | undefined = engine.filters[name];
  if (typeof filter !== 'function') throw new Error(`Liquid has no filter ${name}`);
  return filter;
};

/** Texts of people are calculated with as the numbers that they mean. */
export const registerNumbers = (engine: Liquid): void => {
  for (const name of calculations) {
    const filter = filterOf(engine, name);
    engine.registerFilter(name, function calculate(value: unknown, ...args: unknown[]): unknown {
      if (args.length > 1) throw new Error(`${name} takes one number, with a decimal point: write 1.5, not 1,5`);
      const [first, ...others] = [value, ...args].map((each) => numberOf(name, each));
      return calculated(name, filter.call(this, first, ...others));
    });
  }
  const sum = filterOf(engine, 'sum');
  engine.registerFilter('sum', function calculate(values: unknown, ...args: unknown[]): unknown {
    const numbers: unknown = Array.isArray(values) ? values.map((each) => numberOf('sum', each)) : values;
    return calculated('sum', sum.call(this, numbers, ...args));
  });
};
