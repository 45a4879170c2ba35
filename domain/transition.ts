import type { Person } from './people.ts';
import type { Check, Counts, Preparation } from './preparation.ts';
import { isConfirmed } from './policy.ts';
import { Problem } from './problem.ts';
import {
  hasEnded,
  type Decision,
  type Gate,
  type Run,
  type PauseCause,
  type RunIn,
  type RunState,
  type StopCause,
} from './run.ts';

/** Everything that can happen to a run. Times are ISO 8601 in UTC. */
export type RunEvent =
  | { type: 'prepared'; at: string; preparation: Preparation; deadline: string }
  | { type: 'preparationFailed'; at: string; checks: Check[]; counts?: Counts }
  | { type: 'gateOpened'; gate: Gate }
  /** A confirmation that is not yet the last one that is needed leaves the question open. */
  | { type: 'decided'; decision: Decision }
  /** `deadline`: of the question that is open again. */
  | { type: 'withdrawn'; at: string; by: Person; deadline: string }
  | { type: 'expired'; at: string }
  | { type: 'sendingStarted'; at: string }
  | { type: 'paused'; at: string; by: Person | null; cause?: PauseCause }
  /** Waits for the day's quota until SES is asked again. */
  | { type: 'held'; until: string }
  | { type: 'resumed' }
  | { type: 'finished'; at: string }
  | { type: 'stopped'; at: string; by: Person | null; cause: StopCause }
  /** What is unknown of it goes out again as the run `runId`. */
  | { type: 'resent'; runId: string }
  | { type: 'skipped'; at: string; cause: 'earlierRunPending' | 'emptyAudience' };

const wrongState = (run: Run, event: RunEvent): Problem =>
  new Problem(
    'wrong-state',
    `A run that is ${run.state} cannot be ${event.type}.`,
    'Load the run again and look at its state.',
    {
      state: run.state,
    },
  );

const expectState = <S extends RunState>(run: Run, event: RunEvent, states: readonly S[]): RunIn<S> => {
  const isExpected = (candidate: Run): candidate is RunIn<S> => states.some((state) => state === candidate.state);
  if (!isExpected(run)) throw wrongState(run, event);
  return run;
};

const latest = (one: string, other: string | undefined): string => (other !== undefined && other > one ? other : one);

const prepared = (run: RunIn<'Preparing'>, event: Extract<RunEvent, { type: 'prepared' }>): Run => {
  const { preparation, at, deadline } = event;
  const question = { preparation, approvals: [], round: 1 };
  return run.requestConfirmation
    ? { ...run, ...question, state: 'AwaitingConfirmation', since: at, deadline }
    : { ...run, ...question, state: 'Scheduled', startAt: latest(at, run.sendAt) };
};

const preparationFailed = (
  run: RunIn<'Preparing'>,
  { at, checks, counts }: Extract<RunEvent, { type: 'preparationFailed' }>,
): Run => ({ ...run, state: 'PreparationFailed', failedAt: at, checks, ...(counts && { counts }) });

const decided = (run: RunIn<'AwaitingConfirmation'>, decision: Decision): Run => {
  const { deadline: _deadline, since: _since, ...rest } = run;
  if (decision.decision !== 'confirm') return { ...rest, state: 'Rejected', decision };
  const approved = { ...run, approvals: [...run.approvals, decision] };
  if (!isConfirmed(approved)) return approved;
  const startAt = latest(decision.at, run.sendAt);
  return { ...rest, state: 'Scheduled', approvals: approved.approvals, decision, startAt };
};

/** A question that was answered is asked anew, of everybody; one that was still open merely loses one answer. */
const withdrawn = (
  run: RunIn<'AwaitingConfirmation' | 'Scheduled'>,
  { at, by, deadline }: Extract<RunEvent, { type: 'withdrawn' }>,
): Run => {
  const approvals = run.approvals.filter((approval) => approval.by.sub !== by.sub);
  if (run.state === 'AwaitingConfirmation') return { ...run, approvals };
  const { decision: _decision, startAt: _startAt, gate: _gate, ...rest } = run;
  return { ...rest, state: 'AwaitingConfirmation', approvals, since: at, deadline, round: run.round + 1 };
};

const stopped = (run: Run, event: Extract<RunEvent, { type: 'stopped' }>): Run => {
  if (hasEnded(run)) throw wrongState(run, event);
  const { at, by, cause } = event;
  const base = { ...run, state: 'Stopped' as const, stoppedAt: at, stoppedBy: by, cause };
  return base;
};

const paused = (run: RunIn<'Sending'>, event: Extract<RunEvent, { type: 'paused' }>): Run => {
  const { at, by, cause } = event;
  const { hold: _hold, ...rest } = run;
  return { ...rest, state: 'Paused', pausedAt: at, pausedBy: by, ...(cause !== undefined && { pauseCause: cause }) };
};

const resumed = (run: RunIn<'Paused'>): Run => {
  const { pausedAt: _at, pausedBy: _by, pauseCause, ...rest } = run;
  const isBraked = pauseCause === 'bounceRatio' || pauseCause === 'complaintRatio';
  return { ...rest, state: 'Sending', ...(isBraked && { brakeReleased: true }) };
};

const next = (run: Run, event: RunEvent): Run => {
  switch (event.type) {
    case 'prepared':
      return prepared(expectState(run, event, ['Preparing']), event);
    case 'preparationFailed':
      return preparationFailed(expectState(run, event, ['Preparing']), event);
    case 'gateOpened':
      return { ...expectState(run, event, ['AwaitingConfirmation']), gate: event.gate };
    case 'withdrawn':
      return withdrawn(expectState(run, event, ['AwaitingConfirmation', 'Scheduled']), event);
    case 'decided':
      return decided(expectState(run, event, ['AwaitingConfirmation']), event.decision);
    case 'expired':
      return { ...expectState(run, event, ['AwaitingConfirmation']), state: 'Expired', expiredAt: event.at };
    case 'sendingStarted':
      return { ...expectState(run, event, ['Scheduled']), state: 'Sending', sendingStartedAt: event.at };
    case 'paused':
      return paused(expectState(run, event, ['Sending']), event);
    case 'held':
      return { ...expectState(run, event, ['Sending']), hold: { cause: 'quota', until: event.until } };
    case 'resumed':
      return resumed(expectState(run, event, ['Paused']));
    case 'finished':
      return { ...expectState(run, event, ['Sending']), state: 'Finished', finishedAt: event.at };
    case 'stopped':
      return stopped(run, event);
    case 'resent':
      return { ...expectState(run, event, ['Finished', 'Stopped']), resentAs: event.runId };
    case 'skipped':
      return { ...expectState(run, event, ['Preparing']), state: 'Skipped', skippedAt: event.at, cause: event.cause };
  }
};

/**
 * The one function that moves a run from state to state. Whoever stores the result does so on the
 * condition that the stored run still has the version that was read.
 * @throws Problem `wrong-state` when the event does not fit the state
 */
export const transition = (run: Run, event: RunEvent): Run => ({ ...next(run, event), version: run.version + 1 });
