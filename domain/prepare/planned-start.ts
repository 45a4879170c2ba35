import { Temporal } from 'temporal-polyfill';
import { limitsOf, type CheckLimits } from '../model/check-limits.ts';
import type { Run } from '../model/run.ts';

/**
 * What "now" is in a template: when the run is planned to start, by the clock of its campaign (ISO 8601 with its offset).
 * A run that goes out once it is confirmed has no such time, and counts from when it was asked for; a campaign without a
 * zone has the one of its send window, or of the stage's.
 */
export const plannedStartOf = (
  run: Pick<Run, 'sendAt' | 'createdAt' | 'schedule'>,
  stage: CheckLimits,
  campaign: Parameters<typeof limitsOf>[1],
): string => {
  const [window] = limitsOf(stage, campaign).sendWindows.toReversed();
  const zone = 'zone' in run.schedule ? run.schedule.zone : (window?.zone ?? 'UTC');
  return Temporal.Instant.from(run.sendAt ?? run.createdAt)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
};
