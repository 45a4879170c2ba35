import type { RecipientZone } from '../model/waves.ts';
import type { Schedule } from '../model/schedule.ts';
import { partsOf } from './occurrence-id.ts';
import { FIRST_ZONE } from './world-time.ts';

/** Noon comes to the east of the date line a day before it comes to the west of it. */
export const DAY_AHEAD_MS = 24 * 3_600_000;

/** By which attribute the time is meant where each person is; undefined: it is one instant for all. */
export const recipientZoneOf = (schedule: Schedule): RecipientZone | undefined =>
  schedule.mode === 'onceConfirmed' ? undefined : schedule.recipientZone;

type Recurring = Extract<Schedule, { mode: 'recurring' }>;

/**
 * The zone by whose clock the starts of a series are counted: its own, or the one that comes to the planned time first. So
 * a start is where its time begins to come, and no clock that is changed moves one onto another.
 */
export const clockZoneOf = ({ zone, recipientZone }: Pick<Recurring, 'zone' | 'recipientZone'>): string =>
  recipientZone ? FIRST_ZONE : zone;

/** How long before a start its run begins, milliseconds: who is first is reached only by what is prepared, and confirmed, by then. */
export const leadOf = (schedule: Schedule): number =>
  schedule.mode === 'recurring' && schedule.recipientZone ? DAY_AHEAD_MS : 0;

/** `start` is ISO 8601. */
export const launchTimeOf = (schedule: Schedule, start: string): string =>
  new Date(Date.parse(start) - leadOf(schedule)).toISOString();

/** Of a run. A series tells by its start which time is meant; one besides its starts has none, and goes to all at once. */
export type TimedRun = { schedule: Schedule; occurrence?: string | undefined };

export type LocalTime = { local: string; recipientZone: RecipientZone };

/** The wall-clock time (`2027-03-28T09:00`) that a run is meant for, wherever somebody is; undefined: it is one instant for all. */
export const localTimeOf = ({ schedule, occurrence }: TimedRun): LocalTime | undefined => {
  const recipientZone = recipientZoneOf(schedule);
  if (!recipientZone) return undefined;
  const local = schedule.mode === 'onDate' ? schedule.startSendingFrom : partsOf(occurrence ?? '')?.local;
  return local === undefined ? undefined : { local, recipientZone };
};
