import type { Person } from './people.ts';
import type { Check, Counts, Preparation } from './preparation.ts';
import { Problem } from './problem.ts';
import { hasEnded, type Decision, type Gate, type Run, type RunIn, type RunState } from './run.ts';

/** Everything that can happen to a run. Times are ISO 8601 in UTC. */
export type RunEvent =
  | { type: 'prepared'; at: string; preparation: Preparation; deadline: string }
  | { type: 'preparationFailed'; at: string; checks: Check[]; counts?: Counts }
  | { type: 'gateOpened'; gate: Gate }
  | { type: 'decided'; decision: Decision }
  | { type: 'expired'; at: string }
  | { type: 'sendingStarted'; at: string }
  | { type: 'paused'; at: string; by: Person | null; cause?: string }
  | { type: 'resumed' }
  | { type: 'finished'; at: string }
  | { type: 'stopped'; at: string; by: Person | null; cause: 'stopped' | 'edited' | 'manifestDiffers' }
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
  return run.requestConfirmation
    ? { ...run, state: 'AwaitingConfirmation', preparation, deadline }
    : { ...run, state: 'Scheduled', preparation, startAt: latest(at, run.sendAt) };
};

const decided = (run: RunIn<'AwaitingConfirmation'>, decision: Decision): Run => {
  const { deadline: _, ...rest } = run;
  return decision.decision === 'confirm'
    ? { ...rest, state: 'Scheduled', decision, startAt: latest(decision.at, run.sendAt) }
    : { ...rest, state: 'Rejected', decision };
};

const stopped = (run: Run, event: Extract<RunEvent, { type: 'stopped' }>): Run => {
  if (hasEnded(run)) throw wrongState(run, event);
  const { at, by, cause } = event;
  const base = { ...run, state: 'Stopped' as const, stoppedAt: at, stoppedBy: by, cause };
  return base;
};

const paused = (run: RunIn<'Sending'>, event: Extract<RunEvent, { type: 'paused' }>): Run => {
  const { at, by, cause } = event;
  return { ...run, state: 'Paused', pausedAt: at, pausedBy: by, ...(cause !== undefined && { pauseCause: cause }) };
};

const resumed = (run: RunIn<'Paused'>): Run => {
  const { pausedAt: _at, pausedBy: _by, pauseCause: _cause, ...rest } = run;
  return { ...rest, state: 'Sending' };
};

const next = (run: Run, event: RunEvent): Run => {
  switch (event.type) {
    case 'prepared':
      return prepared(expectState(run, event, ['Preparing']), event);
    case 'preparationFailed': {
      const { checks, counts, at } = event;
      return {
        ...expectState(run, event, ['Preparing']),
        state: 'PreparationFailed',
        failedAt: at,
        checks,
        ...(counts && { counts }),
      };
    }
    case 'gateOpened':
      return { ...expectState(run, event, ['AwaitingConfirmation']), gate: event.gate };
    case 'decided':
      return decided(expectState(run, event, ['AwaitingConfirmation']), event.decision);
    case 'expired':
      return { ...expectState(run, event, ['AwaitingConfirmation']), state: 'Expired', expiredAt: event.at };
    case 'sendingStarted':
      return { ...expectState(run, event, ['Scheduled']), state: 'Sending', sendingStartedAt: event.at };
    case 'paused':
      return paused(expectState(run, event, ['Sending']), event);
    case 'resumed':
      return resumed(expectState(run, event, ['Paused']));
    case 'finished':
      return { ...expectState(run, event, ['Sending']), state: 'Finished', finishedAt: event.at };
    case 'stopped':
      return stopped(run, event);
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
