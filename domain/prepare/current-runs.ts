import type { Run } from '../model/run.ts';

/** So long a run that failed is shown among the current ones, unless a newer one of its campaign comes before. */
const LATELY_DAYS = 14;
const DAY_MS = 86_400_000;

/** When a run ended without having been sent, and nobody wanted that; undefined for every other run. */
export const failedAt = (run: Run): string | undefined => {
  if (run.state === 'PreparationFailed') return run.failedAt;
  if (run.state === 'Expired') return run.expiredAt;
  return run.state === 'Stopped' && run.stoppedBy === null ? run.stoppedAt : undefined;
};

/** The month, `2026-11`, in which failed runs are found. */
export const monthOf = (at: string): string => at.slice(0, 7);

/** `now` is epoch milliseconds. The months, newest first, are those of the days from `since` on. */
export const lately = (now: number): { since: string; months: string[] } => {
  const since = new Date(now - LATELY_DAYS * DAY_MS).toISOString();
  return { since, months: [...new Set([monthOf(new Date(now).toISOString()), monthOf(since)])] };
};
