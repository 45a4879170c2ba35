import { monthOf } from '../model/run-entry.ts';

/** So long a run that failed is shown among the current ones, unless a newer one of its campaign comes before. */
const LATELY_DAYS = 14;
const DAY_MS = 86_400_000;

/** `now` is epoch milliseconds. The months, newest first, are those of the days from `since` on. */
export const lately = (now: number): { since: string; months: string[] } => {
  const since = new Date(now - LATELY_DAYS * DAY_MS).toISOString();
  return { since, months: [...new Set([monthOf(new Date(now).toISOString()), monthOf(since)])] };
};
