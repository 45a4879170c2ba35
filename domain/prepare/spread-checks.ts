import type { Check } from '../model/preparation.ts';
import { rampDays } from '../model/ramp.ts';
import type { Schedule } from '../model/schedule.ts';
import { DAY_AHEAD_MS, leadOf, localTimeOf, type TimedRun } from '../calendar/recipient-time.ts';
import { LATE_MS } from '../calendar/lateness.ts';
import type { Ramp, Wave } from '../model/waves.ts';
import type { Quota } from '../ports/ses-account.ts';
import type { Forecast } from './quota.ts';
import { lastStartOf, type ZonesFound } from './spread.ts';

/** `last`: when the last wave begins; of a run without waves, when it begins. */
export type Planned = Forecast & { last: number };

/** The last wave ends no earlier than what it has takes from its own time on. */
export const withWaves = (
  forecast: Forecast,
  waves: readonly Wave[],
  schedule: Schedule,
  { perSecond }: Pick<Quota, 'perSecond'>,
): Planned => {
  const last = lastStartOf(waves, schedule, forecast.starts);
  const recipients = waves.at(-1)?.recipients ?? 0;
  const takes = perSecond > 0 ? Math.ceil((recipients / perSecond) * 1000) : 0;
  return { ...forecast, last, ends: Math.max(forecast.ends, last + takes) };
};

type Spread = { waves: readonly Wave[]; zones: ZonesFound; planned: Pick<Planned, 'starts' | 'last'>; now: number };

const iso = (at: number): string => new Date(at).toISOString();

/** A day that would have more than it is to have: there are more people than the days of a ramp take. */
const rampChecks = (ramp: Ramp, waves: readonly Wave[]): Check[] => {
  const days = rampDays(ramp);
  if (waves.every(({ recipients }, day) => recipients <= (days[day] ?? 0))) return [];
  const room = days.reduce((sum, size) => sum + size, 0);
  const people = waves.reduce((sum, { recipients }) => sum + recipients, 0);
  return [{ code: 'rampTooShort', verdict: 'blocking', facts: { waves: days.length, limit: room, people } }];
};

/**
 * How a run is spread over time, for whoever confirms: in how many waves, when the first and the last go out, for how
 * many people it is not known where they are, and whether there is time left to confirm it before it begins anywhere.
 */
export const spreadChecks = (run: TimedRun, { waves, zones, planned, now }: Spread): Check[] => {
  const { schedule } = run;
  const times = { starts: iso(planned.starts), last: iso(planned.last), waves: waves.length };
  const zone = 'zone' in schedule ? { zone: schedule.zone } : {};
  const check: Check = { code: 'waves', verdict: 'information', facts: { ...times, ...zone } };
  if (schedule.abTest && waves.length > 1) return [check];
  if (schedule.waves) {
    const { split } = schedule.waves;
    return split.by === 'ramp' ? [check, ...rampChecks(split, waves)] : [check];
  }
  const time = localTimeOf(run);
  if (!time) return [];
  const { unknown, passed } = zones;
  // A run that its timer begins a day ahead has as much less as preparing takes.
  const enough = DAY_AHEAD_MS - (leadOf(schedule) > 0 ? LATE_MS : 0);
  const isShort = passed > 0 || planned.starts - now < enough;
  const verdict = isShort ? 'warning' : 'information';
  return [
    { code: 'recipientZones', verdict, facts: { ...times, ...zone, unknown, passed, by: time.recipientZone.default } },
  ];
};
