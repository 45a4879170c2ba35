import { deadlineFrom, type Policy } from '../model/policy.ts';
import type { Run, RunIn } from '../model/run.ts';
import { validUntilOf } from './validity.ts';

/**
 * A start that is later than this asks before it sends. Scheduler keeps its minute, the machine repeats a failed step
 * for about a minute, and the repair looks every hour: half an hour is more than what goes wrong and passes by itself,
 * and little enough that a message which was meant for a time is still meant.
 */
export const LATE_MS = 30 * 60_000;

/** A timer may come this much before its time by two clocks, and no more. */
export const EARLY_MS = 60_000;

/** Where a question ends at the latest, unless its policy holds it. Undefined: once its start was missed, the planned time bounds nothing any more. */
const boundOf = ({ sendAt, missedStart }: Pick<Run, 'sendAt' | 'missedStart'>): string | undefined =>
  missedStart === undefined ? sendAt : undefined;

/** The end of the question that begins at `at`: whatever the policy holds, not after what it asks for is over. */
export const deadlineOf = (run: Parameters<typeof validUntilOf>[0], policy: Policy, at: string): string => {
  const end = deadlineFrom(policy, at, boundOf(run));
  const until = validUntilOf(run);
  return until !== undefined && until < end ? until : end;
};

/**
 * A run as it is frozen at `at`. A question that ended at a planned time which has come would be over before anybody
 * sees it; so would one in the last minute, when the timer of a series may have left the start to this run already.
 * Such a start is missed: whoever is asked gets their time from now on, and nothing goes out before it.
 */
export const asFrozen = (run: RunIn<'Preparing'>, at: string): RunIn<'Preparing'> => {
  const { sendAt, ...rest } = run;
  if (!run.requestConfirmation || sendAt === undefined || Date.parse(sendAt) - Date.parse(at) > EARLY_MS) return run;
  return { ...(sendAt > at ? run : rest), missedStart: sendAt };
};

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
