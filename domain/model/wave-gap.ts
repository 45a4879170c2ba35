import type { Schedule } from './schedule.ts';

/** From one wave of a run to the next one, milliseconds: from its beginning on, and of a test from when it is out. */
export const gapOf = ({ waves, abTest }: Schedule): number =>
  (waves?.gapMinutes ?? 0) * 60_000 + (abTest?.afterHours ?? 0) * 3_600_000;
