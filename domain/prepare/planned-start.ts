import { Temporal } from 'temporal-polyfill';
import { localTimeOf } from '../calendar/recipient-time.ts';
import { instantOf } from '../calendar/zone-clock.ts';
import { limitsOf, type CheckLimits } from '../model/check-limits.ts';
import type { Run } from '../model/run.ts';

/**
 * What "now" is in a template: when the run is planned to start, by the clock of its campaign (ISO 8601 with its offset).
 * A run that goes out once it is confirmed has no such time, and counts from when it was asked for; a campaign without a
 * zone has the one of its send window, or of the stage's. What is meant where each person is has that time of the clock.
 */
export const plannedStartOf = (
  run: Pick<Run, 'sendAt' | 'createdAt' | 'schedule' | 'occurrence'>,
  stage: CheckLimits,
  campaign: Parameters<typeof limitsOf>[1],
): string => {
  const [window] = limitsOf(stage, campaign).sendWindows.toReversed();
  const zone = 'zone' in run.schedule ? run.schedule.zone : (window?.zone ?? 'UTC');
  const local = localTimeOf(run)?.local;
  return Temporal.Instant.from(local === undefined ? (run.sendAt ?? run.createdAt) : instantOf(local, zone))
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
};
