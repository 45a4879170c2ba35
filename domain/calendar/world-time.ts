const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];

/**
 * The zone whose clock comes to a time first, and how long after it the last one comes to it: zones of the tz database are
 * from UTC+14 to UTC-12 (https://data.iana.org/time-zones/tzdb/etcetera). The sign of these names is the other way round.
 */
export const FIRST_ZONE = 'Etc/GMT-14';
const FIRST_MS = 14 * HOUR_MS;
export const WORLD_HOURS = 26;
export const WORLD_MS = WORLD_HOURS * HOUR_MS;

/** From when to when a wall-clock time comes somewhere, epoch milliseconds. `wall`: minutes, as in a `Plan`. */
export const worldOf = (wall: number): { from: number; to: number } => {
  const from = wall * MINUTE_MS - FIRST_MS;
  return { from, to: from + WORLD_MS };
};

/** What the clock shows first at a start (ISO 8601) of a series that is meant where each person is, and last, `WORLD_MS` later. */
export const worldTimeAt = (start: string): string => new Date(Date.parse(start) + FIRST_MS).toISOString().slice(0, 16);
