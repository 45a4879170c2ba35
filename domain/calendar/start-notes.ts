import { DAY_MINUTES, dateOf, emptyMonths, nextDay } from './calendar.ts';
import { isPlanned, localOf, planOf, startsOfDay, wallOf, type Plan, type Planned } from './plan.ts';
import { clockZoneOf } from './recipient-time.ts';
import { worldOf } from './world-time.ts';
import { dayIn, localAt, millisecondsOf, occursTwice, offsetAt } from './zone-clock.ts';
import type { Schedule } from '../model/schedule.ts';

/** What is to say of a start, besides its time. */
export type StartNote =
  /** The clocks leave out the time that is planned, `02:30`, so it is later. */
  | { kind: 'leftOutTime'; planned: string }
  /** The clocks show its time twice; this is the first. */
  | { kind: 'twice' }
  /** Since the start before, the clocks have changed: minutes that they are before UTC. */
  | { kind: 'offset'; before: number; after: number }
  /** Days (`2027-12-25`) between the start before and this one that the schedule leaves out. */
  | { kind: 'except'; days: string[] }
  /** Months (`2027-02`) between them that do not have the day. */
  | { kind: 'emptyMonths'; months: string[] }
  /** Each person gets it when it is that time, `2027-03-28T09:00`, where they are; the last of them at this instant. */
  | { kind: 'everywhere'; planned: string; until: string };

export type NotedStart = { start: string; notes: StartNote[] };

/** When a start of the plan was planned, a minute of the wall clock; the clocks move one by a day at most. */
const plannedAt = (plan: Plan, zone: string, start: number): number => {
  const wall = wallOf(localAt(zone, start));
  if (isPlanned(plan, wall)) return wall;
  const day = Math.floor(wall / DAY_MINUTES);
  const moved = [day - 1, day]
    .flatMap((one) => startsOfDay(plan, one))
    .find((one) => isPlanned(plan, one) && millisecondsOf(localOf(one), zone) === start);
  return moved ?? wall;
};

const offsetNote = (zone: string, before: number | undefined, start: number): StartNote[] => {
  const [was, is] = [offsetAt(zone, before ?? start) / 60_000, offsetAt(zone, start) / 60_000];
  return was === is ? [] : [{ kind: 'offset', before: was, after: is }];
};

const timeNote = (zone: string, start: number, planned: string): StartNote | undefined => {
  const shown = localAt(zone, start);
  if (planned !== shown) return { kind: 'leftOutTime', planned: planned.slice(11) };
  return occursTwice(shown, zone) ? { kind: 'twice' } : undefined;
};

const clockNotes = (plan: Plan, zone: string, start: number, before: number | undefined): StartNote[] => {
  const note = timeNote(zone, start, localOf(plannedAt(plan, zone, start)));
  if (note?.kind === 'leftOutTime') return [note];
  return [...offsetNote(zone, before, start), ...(note ? [note] : [])];
};

const gapNotes = ({ rhythm, except }: Plan, from: number, to: number): StartNote[] => {
  const days = [...except].filter((day) => day >= from && day <= to && nextDay(rhythm, day) === day);
  const months = emptyMonths(rhythm, from, to);
  return [
    ...(days.length > 0 ? [{ kind: 'except' as const, days: days.map(dateOf).toSorted() }] : []),
    ...(months.length > 0 ? [{ kind: 'emptyMonths' as const, months }] : []),
  ];
};

const everywhereNote = (wall: number): StartNote => ({
  kind: 'everywhere',
  planned: localOf(wall),
  until: new Date(worldOf(wall).to).toISOString(),
});

const byCalendar = (
  schedule: Extract<Schedule, { mode: 'recurring' }> & { frequency: Planned },
  starts: string[],
  since: number,
): NotedStart[] => {
  const [plan, zone] = [planOf(schedule), clockZoneOf(schedule)];
  const instants = starts.map((start) => Date.parse(start));
  const days = instants.map((start) => Math.floor(plannedAt(plan, zone, start) / DAY_MINUTES));
  return starts.map((start, index) => {
    const [at = NaN, day = NaN] = [instants[index], days[index]];
    const from = days[index - 1] ?? dayIn(zone, since);
    const gaps = gapNotes(plan, from, day);
    if (schedule.recipientZone) return { start, notes: [...gaps, everywhereNote(wallOf(localAt(zone, at)))] };
    return { start, notes: [...gaps, ...clockNotes(plan, zone, at, instants[index - 1])] };
  });
};

/**
 * What is to say of the starts of a schedule; of a series each with what lies between it and the one before, or `since` (ISO 8601),
 * the time from which on they were asked for.
 */
export const noteStarts = (schedule: Schedule, starts: string[], since: string): NotedStart[] => {
  if (schedule.mode === 'onceConfirmed') return starts.map((start) => ({ start, notes: [] }));
  if (schedule.mode === 'onDate')
    return starts.map((start) => {
      const note = timeNote(schedule.zone, Date.parse(start), schedule.startSendingFrom);
      return { start, notes: note ? [note] : [] };
    });
  const { frequency, zone } = schedule;
  if (frequency.kind !== 'minutes') return byCalendar({ ...schedule, frequency }, starts, Date.parse(since));
  return starts.map((start, index) => {
    const before = starts[index - 1];
    return {
      start,
      notes: offsetNote(zone, before === undefined ? undefined : Date.parse(before), Date.parse(start)),
    };
  });
};
