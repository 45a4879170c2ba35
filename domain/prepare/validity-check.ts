import { validUntilOf } from '../calendar/validity.ts';
import type { Check } from '../model/preparation.ts';
import type { RunIn } from '../model/run.ts';
import type { Planned } from './spread-checks.ts';

/**
 * Are the messages out while they are valid? What cannot begin in time, or of which a wave cannot, is not confirmed by anybody; what may not end in
 * time somebody confirms who knows that the rest is stopped.
 */
export const validityChecks = (
  run: RunIn<'Preparing'>,
  { starts, last, ends }: Pick<Planned, 'starts' | 'last' | 'ends'>,
): Check[] => {
  const until = validUntilOf({ ...run, startAt: new Date(starts).toISOString() });
  if (until === undefined) return [];
  const left = Date.parse(until);
  const verdict = left <= last ? 'blocking' : ends > left ? 'warning' : 'passed';
  const zone = 'zone' in run.schedule ? { zone: run.schedule.zone } : {};
  return [{ code: 'validity', verdict, facts: { until, ends: new Date(ends).toISOString(), ...zone } }];
};
