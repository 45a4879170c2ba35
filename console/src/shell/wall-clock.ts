/** Does the calendar have it? `2026-02-30` is read as a day of March. */
const isDay = (date: string): boolean => {
  const day = new Date(`${date}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
};

/** `2026-10-06T09:00` as a day and a time, in the zone that the schedule names. A day that does not exist stays as it is written. */
export const wallClock = (local: string, day: (iso: string) => string): string =>
  `${isDay(local.slice(0, 10)) ? day(local) : local.slice(0, 10)}, ${local.slice(11)}`;
