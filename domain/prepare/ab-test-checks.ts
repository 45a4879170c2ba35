import { AB_KNOWN_MIN } from '../model/ab-test.ts';
import { WINNER } from '../model/test-names.ts';
import type { Check, Counts } from '../model/preparation.ts';
import type { Schedule } from '../model/schedule.ts';
import type { VariantCount } from '../model/variants.ts';

/**
 * Who is in the test of a run, in people, and whether they are enough to decide it; of how many messages it can be known
 * is foretold by the share of all whose opens and clicks may be tracked. Nothing of a run without a test.
 */
export const abTestChecks = (
  { abTest }: Pick<Schedule, 'abTest'>,
  contents: readonly Pick<VariantCount, 'id' | 'recipients'>[],
  { toDeliver, trackable = toDeliver }: Counts,
): Check[] => {
  if (!abTest) return [];
  const tested = contents.filter(({ id }) => id !== WINNER).map(({ recipients }) => recipients);
  const people = tested.reduce((sum, recipients) => sum + recipients, 0);
  const least = Math.min(...tested);
  const knowable = toDeliver === 0 ? 0 : Math.floor((least * trackable) / toDeliver);
  const isTooSmall = knowable < AB_KNOWN_MIN || people === toDeliver;
  const facts = { variants: tested.length, people, others: toDeliver - people, least, knowable, needed: AB_KNOWN_MIN };
  return [
    {
      code: 'abTest',
      verdict: isTooSmall ? 'warning' : 'information',
      facts: { ...facts, hours: abTest.afterHours, by: abTest.decideBy },
    },
  ];
};
