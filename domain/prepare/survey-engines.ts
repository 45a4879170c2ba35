import type { FilterImplOptions, Liquid } from 'liquidjs';
import { liquidEngine } from '../content/liquid.ts';
import { markingEngine } from './structure.ts';

const dateFilters = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];

/** What is another thing tomorrow, or for each rendering: it would not be what was confirmed. */
const refuse = (word: string): never => {
  throw new Error(`${word} would give another mail than the one that is confirmed`);
};

const withoutChance = (engine: Liquid): Liquid => {
  for (const name of dateFilters) {
    const filter: FilterImplOptions | undefined = engine.filters[name];
    if (typeof filter !== 'function') throw new Error(`Liquid has no filter ${name}`);
    engine.registerFilter(name, function date(value: unknown, ...args: unknown[]): unknown {
      if (value === 'now' || value === 'today') return refuse(`the date "${value}"`);
      return filter.call(this, value, ...args);
    });
  }
  engine.registerFilter('sample', () => refuse('sample'));
  return engine;
};

/** The engines that send, which take nothing that changes by itself; `marking` tells what is a value in HTML. */
export const surveyEngines = {
  text: withoutChance(liquidEngine()),
  html: withoutChance(liquidEngine({ outputEscape: 'escape' })),
  marking: withoutChance(markingEngine()),
};
