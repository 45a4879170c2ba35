import type { Run, RunIn } from '../model/run.ts';

/**
 * A start that is later than this asks before it sends. Scheduler keeps its minute, the machine repeats a failed step
 * for about a minute, and the repair looks every hour: half an hour is more than what goes wrong and passes by itself,
 * and little enough that a message which was meant for a time is still meant.
 */
export const LATE_MS = 30 * 60_000;

/**
 * Has the start of a run that is to go out by itself been missed? A decision counts from the start that it led to: who
 * confirmed late knew. A run that nobody decided counts from the start that was planned; the time that its own
 * preparation took is not lost.
 */
export const isLate = (run: Run, now: string): run is RunIn<'Scheduled'> => {
  if (run.state !== 'Scheduled') return false;
  const { decision, startAt, sendAt = startAt, preparation } = run;
  const due = decision ? Date.parse(startAt) : Date.parse(sendAt) + preparation.durationMs;
  return Date.parse(now) - due > LATE_MS;
};
