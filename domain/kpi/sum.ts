import { rateNames, Rates, type Figures, type RateName } from '../model/figures.ts';
import type { CampaignTotal, Usual } from './api.ts';
import { rate } from './figures.ts';

/** So many of the last runs of a campaign are summed up and counted. */
export const RUNS_SUMMED = 100;

const plain = ['targeted', 'excluded', 'toDeliver'] as const;

const sumOf = (parts: readonly Figures[], of: (figures: Figures) => number): number =>
  parts.reduce((sum, figures) => sum + of(figures), 0);

/**
 * A campaign's figures: the sum over its runs, of distinct messages. One person in three runs is three messages
 *; rates are of the sums, never means of rates.
 */
export const campaignTotal = (parts: readonly Figures[]): CampaignTotal => {
  const count = (name: (typeof plain)[number]): number => sumOf(parts, (figures) => figures[name]);
  const of = (name: RateName) =>
    rate(
      sumOf(parts, (figures) => figures[name].count),
      sumOf(parts, (figures) => figures[name].of),
    );
  return {
    targeted: count('targeted'),
    excluded: count('excluded'),
    toDeliver: count('toDeliver'),
    trackable: rate(
      sumOf(parts, ({ trackable, delivered }) => trackable?.count ?? delivered.count),
      sumOf(parts, ({ delivered }) => delivered.count),
    ),
    ...Rates.parse(Object.fromEntries(rateNames.map((name) => [name, of(name)]))),
  };
};

/** Of percentages with one decimal; with an even number of them the mean of the middle two, half up. Null of none. */
export const median = (percents: readonly (number | null)[]): number | null => {
  const tenths = percents
    .filter((percent) => percent !== null)
    .map((percent) => Math.round(percent * 10))
    .toSorted((one, other) => one - other);
  const upper = tenths[Math.floor(tenths.length / 2)];
  const lower = tenths[Math.floor((tenths.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.floor((upper + lower + 1) / 2) / 10;
};

/** What is usual for a campaign: the medians of earlier runs. Undefined when there are none to compare with. */
export const usualOf = (earlier: readonly Figures[]): Usual | undefined => {
  if (earlier.length === 0) return undefined;
  const of = (name: RateName) => median(earlier.map((figures) => figures[name].percent));
  return {
    runs: earlier.length,
    delivered: of('delivered'),
    failed: of('failed'),
    opened: of('opened'),
    openedByHuman: of('openedByHuman'),
    clicked: of('clicked'),
    clickedByHuman: of('clickedByHuman'),
  };
};
