import { toValue, type Context, type FilterImplOptions, type Liquid } from 'liquidjs';
import { readDateText } from '../values/date-text.ts';

/** Under which name the planned start is frozen with a recipient, ISO 8601 with its offset. No column becomes this name. */
export const PLANNED_START = 'planned-start';

const MINUTE = 60_000;

/** What is another thing tomorrow, or for each rendering: it would not be what was confirmed. */
export const refuse = (word: string): never => {
  throw new Error(`${word} would give another mail than the one that is confirmed`);
};

const plannedStart = ({ environments }: Context, word: string): string => {
  const start: unknown = Reflect.get(environments, PLANNED_START);
  return typeof start === 'string' ? start : refuse(`the date "${word}"`);
};

/**
 * Dates are read by one rule instead of the runtime's own, which takes 05.03. for the third of May and shows another day
 * wherever the machine's clock is another one. A date shows the clock that it was written with; one that can mean two
 * days stays as it is. "Now" is when the run is planned to start.
 */
export const registerDates = (engine: Liquid): void => {
  const register = (name: string, takesZone: boolean): void => {
    const filter: FilterImplOptions | undefined = engine.filters[name];
    if (typeof filter !== 'function') throw new Error(`Liquid has no filter ${name}`);
    engine.registerFilter(name, function date(given: unknown, ...args: unknown[]): unknown {
      const value: unknown = toValue(given);
      if (typeof value !== 'string') return filter.call(this, value, ...args);
      const text = value === 'now' || value === 'today' ? plannedStart(this.context, value) : value;
      const read = readDateText(text);
      if (!read) return value;
      const [format, zone] = args;
      if (!takesZone) return filter.call(this, new Date(read.wall), ...args);
      return filter.call(this, new Date(read.instant), format, zone ?? (read.instant - read.wall) / MINUTE);
    });
  };
  register('date', true);
  for (const name of ['date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'])
    register(name, false);
};

const literalNow = /(["'])(now|today)\1/;

/** Do fragments ask for the time? As a text that stands in the template; what is put together of parts is refused. */
export const usesNow = (fragments: readonly { source: string }[]): boolean =>
  fragments.some(({ source }) => literalNow.test(source));

/** Names of variables that fragments write as dates; some may occur twice. */
export const dateVariables = (fragments: readonly { source: string }[]): string[] =>
  fragments.flatMap(({ source }) => [...source.matchAll(/\b([A-Za-z_]\w*)\s*\|\s*date/g)].map(([, name = '']) => name));
