import type { HourLine } from '../../../domain/model/breakdown.ts';

/** Messages of one hour or day that begins at `from` (ms), by who opened or clicked. */
export type Bar = { from: number; human: number; machine: number; unknown: number };
export type Bars = { unit: 'hour' | 'day'; bars: Bar[] };

const HOUR_MS = 3_600_000;
/** More hours than this have no room side by side; then each day is one bar. */
const MOST_HOURS = 48;

/** Begin of the hour or of the day, as the clock of whoever looks has it. */
const beginOf = (at: number, unit: Bars['unit']): number => (unit === 'hour' ? at : new Date(at).setHours(0, 0, 0, 0));

const nextOf = (from: number, unit: Bars['unit']): number => {
  if (unit === 'hour') return from + HOUR_MS;
  const day = new Date(from);
  return day.setDate(day.getDate() + 1);
};

/** Bars of equal widths from the first to the last line: an hour in which nothing happened has its place too. */
export const barsOf = (lines: readonly HourLine[], kind: 'opened' | 'clicked'): Bars => {
  const [first, last] = [lines[0], lines.at(-1)].map((line) => Date.parse(line?.hour ?? ''));
  if (first === undefined || last === undefined || Number.isNaN(first)) return { unit: 'hour', bars: [] };
  const unit = (last - first) / HOUR_MS < MOST_HOURS ? 'hour' : 'day';
  const bars = new Map<number, Bar>();
  for (let from = beginOf(first, unit); from <= last; from = nextOf(from, unit))
    bars.set(from, { from, human: 0, machine: 0, unknown: 0 });
  for (const line of lines) {
    const bar = bars.get(beginOf(Date.parse(line.hour), unit));
    if (!bar) continue;
    bar.human += line[`${kind}ByHuman`];
    bar.machine += line[`${kind}ByMachine`];
    bar.unknown += line[`${kind}ByUnknown`];
  }
  return { unit, bars: [...bars.values()] };
};
