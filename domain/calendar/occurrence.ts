import { DAY_MINUTES, dayOf } from './calendar.ts';
import { elapsedId, partsOf, plannedId, type Occurrence } from './occurrence-id.ts';
import { clockZoneOf } from './recipient-time.ts';
import {
  countBefore,
  isPlanned,
  localOf,
  nextPlannedDay,
  planOf,
  startsOfDay,
  type Plan,
  type Planned,
} from './plan.ts';
import {
  dayIn,
  millisecondsOf,
  offsetAt,
  skippedBetween,
  startOfDay,
  newClock,
  type ClockOf,
  type ZoneClock,
} from './zone-clock.ts';
import type { Schedule } from '../model/schedule.ts';
import { faultsIn } from '../model/schedule-input.ts';

type Recurring = Extract<Schedule, { mode: 'recurring' }>;
type Asked = { from: number; count: number; clockOf: ClockOf };

const HOUR_MS = 3_600_000;

/** Epoch milliseconds, and which start it is. */
type Dated = [at: number, id: string];

/** By elapsed time, whatever the clocks do; a day that is left out is one of the zone, from midnight to midnight. */
const everyFewMinutes = (schedule: Recurring, every: number, { from, count }: Asked): Dated[] => {
  const { zone, startsOn, endsOn, runs = Infinity, except = [] } = schedule;
  const [start, step] = [millisecondsOf(startsOn, zone), every * 60_000];
  const end = endsOn === undefined ? Infinity : millisecondsOf(endsOn, zone);
  const indexAt = (instant: number): number => Math.max(0, Math.ceil((instant - start) / step));
  const beginnings = new Map<number, number>();
  const beginning = (day: number): number => {
    const known = beginnings.get(day) ?? indexAt(startOfDay(zone, day));
    beginnings.set(day, known);
    return known;
  };
  // Steps [first, next) of a day that is left out.
  const stepsOf = (day: number): [number, number] => [beginning(day), beginning(day + 1)];
  const days = except.map(dayOf).toSorted((one, other) => one - other);
  const first = indexAt(from);
  const today = dayIn(zone, Math.max(from, start));
  // However many were left out before: when even with them the runs are not used up, nobody counts them.
  const past = first + count <= runs ? [] : days.filter((day) => day <= today).map(stepsOf);
  const leftOut = past.reduce((sum, [one, next]) => sum + Math.max(0, Math.min(next, first) - Math.min(one, first)), 0);
  const wanted = Math.min(count, runs - (first - leftOut));
  const starts: Dated[] = [];
  const coming = days.filter((day) => day >= today).values();
  let day = coming.next().value ?? Infinity;
  for (let index = first; starts.length < wanted && start + index * step <= end; index += 1) {
    const [one, next] = day === Infinity ? [Infinity, Infinity] : stepsOf(day);
    if (index >= one) {
      day = coming.next().value ?? Infinity;
      index = Math.max(index, next) - 1;
    } else starts.push([start + index * step, elapsedId(startsOn, index * every, zone)]);
  }
  return starts;
};

/** Can two planned starts be one? A start that is alone on its day meets another one only where a whole day is left out. */
const mayMeet = ({ minutes, from }: Plan, zone: string, until: number): boolean =>
  minutes.length > 1 || offsetAt(zone, until) - offsetAt(zone, from * 60_000) > 12 * HOUR_MS;

/** How many planned starts before a day the clocks move onto another planned one: they are one start. */
const metBefore = (plan: Plan, zone: string, day: number): number => {
  const until = startOfDay(zone, day);
  if (!mayMeet(plan, zone, until)) return 0;
  let met = 0;
  for (const { from, length } of skippedBetween(zone, plan.from * 60_000 - 24 * HOUR_MS, until)) {
    const [first, next] = [from / 60_000, (from + length) / 60_000];
    const days = [Math.floor(first / DAY_MINUTES), Math.floor(next / DAY_MINUTES)];
    const moved = [...new Set(days)].flatMap((one) =>
      nextPlannedDay(plan, one) === one ? startsOfDay(plan, one) : [],
    );
    met += moved.filter((wall) => wall >= first && wall < next && isPlanned(plan, wall + next - first)).length;
  }
  return met;
};

/** A day before `from` from which no start can have moved to `from`, and across whose beginning none moves. */
const steadyBefore = (clock: ZoneClock, day: number): number =>
  clock.isSteady(day) ? day : steadyBefore(clock, day - 1);

/**
 * By the wall clock. A start in the time that the clocks leave out is moved, and may then come after a later one, or
 * be the same: starts are ascending, and count, as instants.
 */
const byCalendar = (schedule: Recurring & { frequency: Planned }, { from, count, clockOf }: Asked): Dated[] => {
  const { zone, runs = Infinity } = schedule;
  const [plan, clock] = [planOf(schedule), clockOf(zone)];
  const today = clock.dayAt(from);
  const begin = steadyBefore(clock, today - 2);
  let left = runs === Infinity ? runs : runs - countBefore(plan, begin);
  // As long as the runs are not used up by what is looked at here, those that met before change nothing.
  if (left < count + (today - begin + 1) * plan.minutes.length) left += metBefore(plan, zone, begin);
  const starts: Dated[] = [];
  // Of two planned times that meet, the one that the clocks do not move, which is the later one, names the start.
  let pending = new Map<number, number>();
  const settle = (): void => {
    for (const [start, wall] of [...pending].toSorted(([one], [other]) => one - other)) {
      if (left <= 0 || starts.length === count) break;
      left -= 1;
      if (start >= from) starts.push([start, plannedId(localOf(wall), zone)]);
    }
    pending = new Map();
  };
  let before = -Infinity;
  for (let day = nextPlannedDay(plan, begin); day !== undefined; day = nextPlannedDay(plan, day + 1)) {
    // The clocks leave out a day at most.
    if (day - before > 2 || clock.isSteady(day)) settle();
    if (left <= 0 || starts.length === count || day * DAY_MINUTES > plan.to) break;
    for (const wall of startsOfDay(plan, day)) pending.set(clock.instantOf(wall), wall);
    before = day;
  }
  settle();
  return starts;
};

/**
 * The next starts of a recurring campaign at or after `from` (ISO 8601 UTC), in UTC, at most `count`. One whose
 * times cannot be has none. The one function behind the preview and the starts themselves: what is shown is what
 * happens.
 */
export const occurrencesFrom = (
  schedule: Schedule,
  from: string,
  count: number,
  clockOf: ClockOf = newClock,
): Occurrence[] => {
  if (schedule.mode !== 'recurring' || faultsIn(schedule).length > 0) return [];
  const { frequency } = schedule;
  const asked = { from: Date.parse(from), count, clockOf };
  const starts =
    frequency.kind === 'minutes'
      ? everyFewMinutes(schedule, frequency.every, asked)
      : byCalendar({ ...schedule, zone: clockZoneOf(schedule), frequency }, asked);
  return starts.map(([start, occurrence]) => ({ start: new Date(start).toISOString(), occurrence }));
};

/** Their instants. */
export const nextOccurrences = (schedule: Schedule, from: string, count: number): string[] =>
  occurrencesFrom(schedule, from, count).map(({ start }) => start);

/** When a start is by the rules in force, ISO 8601. `id`: which, or its instant, as timers of before say it. */
export const instantNamed = (id: string): string => {
  const parts = partsOf(id);
  const at = parts ? millisecondsOf(parts.local, parts.zone) + (parts.minutes ?? 0) * 60_000 : Date.parse(id);
  return new Date(at).toISOString();
};

/** The same as a start of the schedule; undefined: the schedule does not have it. */
export const occurrenceNamed = (schedule: Schedule, id: string): Occurrence | undefined => {
  const at = instantNamed(id);
  const [own] = occurrencesFrom(schedule, at, 1);
  return own?.start === at ? own : undefined;
};

/** So many at once, at first and at most: six weeks have few of most series, and years of one hundreds of thousands. */
const [FIRST, MOST] = [48, 8192];

/** The starts after an instant until another one (ISO 8601 UTC). */
export const occurrencesUntil = (
  schedule: Schedule,
  after: string,
  until: string,
  clockOf: ClockOf = newClock,
): Occurrence[] => {
  const starts: Occurrence[] = [];
  let last = after;
  for (let count = FIRST; ; count = Math.min(2 * count, MOST)) {
    const some = occurrencesFrom(schedule, new Date(Date.parse(last) + 1).toISOString(), count, clockOf);
    const within = some.filter(({ start }) => start <= until);
    starts.push(...within);
    if (within.length < count) return starts;
    last = within.at(-1)?.start ?? last;
  }
};
