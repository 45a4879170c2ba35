import type { Check } from '../model/preparation.ts';
import { beginningOf } from '../values/whole-characters.ts';

/** So many are named; whoever mends them prepares again and sees the next. */
const NAMED = 50;
const LENGTH = 500;

type Fact = Check['facts'][string];

const bounded = (fact: Fact): Fact => {
  if (typeof fact === 'string') return beginningOf(fact, LENGTH);
  return Array.isArray(fact) ? fact.slice(0, NAMED).map((name) => beginningOf(name, LENGTH)) : fact;
};

/**
 * A finding as it is kept in its run. A template can name thousands of variables, and a library's complaint can quote all
 * of it: the run, which is one item of DynamoDB, must take it all the same.
 */
export const withinBounds = (check: Check): Check => ({
  ...check,
  facts: Object.fromEntries(Object.entries(check.facts).map(([name, fact]) => [name, bounded(fact)])),
});
