import type { FilterImplOptions, Liquid } from 'liquidjs';

const calculations = 'abs at_least at_most ceil divided_by floor minus modulo plus round sum times'.split(' ');

/** A mail cannot be put together of what is no number any more, such as of a division by 0: `Infinity €` is no price. */
export const registerNumbers = (engine: Liquid): void => {
  for (const name of calculations) {
    const filter: FilterImplOptions | undefined = engine.filters[name];
    if (typeof filter !== 'function') throw new Error(`Liquid has no filter ${name}`);
    engine.registerFilter(name, function calculate(value: unknown, ...args: unknown[]): unknown {
      const result: unknown = filter.call(this, value, ...args);
      if (typeof result === 'number' && !Number.isFinite(result)) throw new Error(`${name} gives no number`);
      return result;
    });
  }
};
