import { announced } from './announce.ts';
import { isConfirmed } from './policy.ts';
import { Problem } from '../http/problem.ts';
import { isOfSending, resumed, sendingStarted, whileSending } from './sending-transitions.ts';
import type { Decision, Run, RunIn, RunState } from './run.ts';
import { hasEnded } from './run-end.ts';
import type { RunEvent } from './run-event.ts';

const wrongState = (run: Run, event: RunEvent): Problem =>
  new Problem(
    'wrong-state',
    `A run that is ${run.state} cannot be ${event.type}.`,
    'Load the run again and look at its state.',
    { cause: 'notInThisState', state: run.state, event: event.type },
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

type PreparingEvent = Extract<RunEvent, { type: 'prepared' | 'preparationFailed' | 'checkpointSet' | 'skipped' }>;

const whilePreparing = (run: RunIn<'Preparing'>, event: PreparingEvent): Run => {
  const { left: _left, ...rest } = run;
  switch (event.type) {
    case 'prepared':
      return prepared(rest, event);
    case 'preparationFailed': {
      const { checks, counts, at } = event;
      return { ...rest, state: 'PreparationFailed', failedAt: at, checks, ...(counts && { counts }) };
    }
    case 'checkpointSet':
      return { ...rest, ...(event.left && { left: event.left }) };
    case 'skipped':
      return { ...rest, state: 'Skipped', skippedAt: event.at, cause: event.cause };
  }
};

const decided = (run: RunIn<'AwaitingConfirmation'>, decision: Decision): Run => {
  const { deadline: _deadline, since: _since, ...rest } = run;
  if (decision.decision !== 'confirm') return { ...rest, state: 'Rejected', decision };
  const approved = { ...run, approvals: [...run.approvals, decision] };
  if (!isConfirmed(approved)) return approved;
  const startAt = latest(decision.at, run.sendAt);
  return { ...rest, state: 'Scheduled', approvals: approved.approvals, decision, startAt };
};

type AwaitingEvent = Extract<RunEvent, { type: 'gateOpened' | 'decided' | 'expired' }>;

const whileAwaiting = (run: RunIn<'AwaitingConfirmation'>, event: AwaitingEvent): Run => {
  switch (event.type) {
    case 'gateOpened':
      return { ...run, gate: event.gate };
    case 'decided':
      return decided(run, event.decision);
    case 'expired':
      return { ...run, state: 'Expired', expiredAt: event.at };
  }
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

/** Everybody is asked anew, and nothing that was said before counts: it was said for another time. */
const startMissed = (
  run: RunIn<'Scheduled'>,
  { at, deadline }: Extract<RunEvent, { type: 'startMissed' }>,
): RunIn<'AwaitingConfirmation'> => {
  const { decision, startAt, gate: _gate, ...rest } = run;
  return {
    ...rest,
    state: 'AwaitingConfirmation',
    requestConfirmation: true,
    approvals: [],
    since: at,
    deadline,
    round: run.round + 1,
    missedStart: decision ? startAt : (run.sendAt ?? startAt),
  };
};

type ScheduledEvent = Extract<RunEvent, { type: 'startMissed' | 'sendingStarted' }>;

const isOfScheduled = (event: RunEvent): event is ScheduledEvent =>
  event.type === 'startMissed' || event.type === 'sendingStarted';

const whileScheduled = (run: RunIn<'Scheduled'>, event: ScheduledEvent): Run =>
  event.type === 'startMissed' ? startMissed(run, event) : sendingStarted(run, event.at);

const stopped = (run: Run, event: Extract<RunEvent, { type: 'stopped' }>): Run => {
  if (hasEnded(run)) throw wrongState(run, event);
  const { at, by, cause } = event;
  const changed = cause === 'edited' ? event.changed : [];
  return { ...run, state: 'Stopped', stoppedAt: at, stoppedBy: by, cause, changed };
};

type LateEvent = Extract<RunEvent, { type: 'stopped' | 'resent' }>;

/** Those that come after all else, or instead of it. */
const isLate = (event: RunEvent): event is LateEvent => event.type === 'stopped' || event.type === 'resent';

const whenLate = (run: Run, event: LateEvent): Run =>
  event.type === 'stopped'
    ? stopped(run, event)
    : { ...expectState(run, event, ['Finished', 'Stopped']), resentAs: event.runId };

const next = (run: Run, event: RunEvent): Run => {
  if (isLate(event)) return whenLate(run, event);
  if (isOfSending(event)) return whileSending(expectState(run, event, ['Sending']), event);
  if (isOfScheduled(event)) return whileScheduled(expectState(run, event, ['Scheduled']), event);
  switch (event.type) {
    case 'prepared':
    case 'preparationFailed':
    case 'checkpointSet':
    case 'skipped':
      return whilePreparing(expectState(run, event, ['Preparing']), event);
    case 'gateOpened':
    case 'decided':
    case 'expired':
      return whileAwaiting(expectState(run, event, ['AwaitingConfirmation']), event);
    case 'withdrawn':
      return withdrawn(expectState(run, event, ['AwaitingConfirmation', 'Scheduled']), event);
    case 'resumed':
      return resumed(expectState(run, event, ['Paused']), event.at);
  }
};

/**
 * The one function that moves a run from state to state. Whoever stores the result does so on the
 * condition that the stored run still has the version that was read.
 * @throws Problem `wrong-state` when the event does not fit the state
 */
export const transition = (run: Run, event: RunEvent): Run => {
  const after = next(run, event);
  return { ...after, ...announced(run, event, after), version: run.version + 1 };
};
