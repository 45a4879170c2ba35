import * as z from 'zod';

/**
 * Which start of a series, whatever the rules of its zone say of it meanwhile: the time that is planned, on the clock of
 * the zone (`2027-03-28T02:30[Europe/Berlin]`, the form of RFC 9557); every few minutes, which no clock moves, the
 * minutes since the first one (`2027-01-01T09:00+40m[Europe/Berlin]`).
 */
export const OccurrenceId = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(\+\d+m)?\[[\w/+-]+\]$/);

/** A start. `start`: when it is by the rules in force, ISO 8601 UTC. What was stored before has the instant only. */
export type NamedStart = { start: string; occurrence?: string | undefined };
export type Occurrence = { start: string; occurrence: string };

export const plannedId = (local: string, zone: string): string => `${local}[${zone}]`;
export const elapsedId = (startsOn: string, minutes: number, zone: string): string =>
  `${startsOn}+${minutes}m[${zone}]`;

type Parts = { local: string; minutes?: number; zone: string };

export const partsOf = (id: string): Parts | undefined => {
  const [, local, minutes, zone] = /^(.{16})(?:\+(\d+)m)?\[(.+)\]$/.exec(id) ?? [];
  if (local === undefined || zone === undefined) return undefined;
  return { local, zone, ...(minutes !== undefined && { minutes: Number(minutes) }) };
};

/**
 * Where one start is among those that are counted as another one is, negative: before it. Undefined: they are not
 * counted alike, for the zone was changed, or the first of those that follow every few minutes.
 */
const orderOf = (one: NamedStart, other: NamedStart): number | undefined => {
  const [a, b] = [partsOf(one.occurrence ?? ''), partsOf(other.occurrence ?? '')];
  if (!a || !b || a.zone !== b.zone) return undefined;
  if (a.minutes === undefined && b.minutes === undefined) return a.local < b.local ? -1 : Number(a.local > b.local);
  if (a.minutes === undefined || b.minutes === undefined || a.local !== b.local) return undefined;
  return a.minutes - b.minutes;
};

/** Are they one start? By the time that is planned; by the instant where one of them does not tell that. */
export const isSameStart = (one: NamedStart, other: NamedStart): boolean => {
  const order = orderOf(one, other);
  return order === undefined ? one.start === other.start : order === 0;
};

/** Which of many starts are these? */
export const amongStarts = (starts: readonly NamedStart[]): ((one: NamedStart) => boolean) => {
  const [named, instants] = [
    new Set(starts.map(({ occurrence }) => occurrence)),
    new Set(starts.map(({ start }) => start)),
  ];
  return (one) =>
    (one.occurrence !== undefined && named.has(one.occurrence)) ||
    (instants.has(one.start) && starts.some((other) => isSameStart(other, one)));
};

/** Is the first after the second? */
export const isLaterStart = (one: NamedStart, other: NamedStart): boolean => {
  const order = orderOf(one, other);
  return order === undefined ? one.start > other.start : order > 0;
};
