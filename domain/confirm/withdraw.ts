import { personOf, type Actor } from '../people/people.ts';
import { deadlineOf } from '../calendar/lateness.ts';
import { Problem } from '../http/problem.ts';
import type { Run } from '../model/run.ts';
import { mayWithdraw } from '../model/open-question.ts';
import type { RunEvent } from '../model/run-event.ts';

const tooLate = (run: Run, claimed: number): Problem => {
  const at = 'sendingStartedAt' in run ? run.sendingStartedAt : undefined;
  if (at !== undefined)
    return new Problem(
      'wrong-state',
      `Sending began at ${at}; ${claimed} messages are claimed already.`,
      'Pause or stop the run instead.',
      { cause: 'sendingBegan', state: run.state, claimed, at },
    );
  return new Problem(
    'wrong-state',
    `The run is ${run.state}; there is no confirmation to withdraw.`,
    'Load the run again and look at its state.',
    { cause: 'nothingToWithdraw', state: run.state, claimed },
  );
};

/**
 * Takes this person's own confirmation back. The boundary is the state Sending: no message is claimed before
 * it, and both a withdrawal and the beginning of sending are conditional writes on the same version.
 * @param claimed messages that workers have claimed so far, for the refusal that comes too late
 * @throws Problem `wrong-state`, `not-permitted`
 */
export const withdraw = (asked: { run: Run; actor: Actor; now: string; claimed: number }): RunEvent => {
  const { run, actor, now, claimed } = asked;
  if (run.state !== 'AwaitingConfirmation' && run.state !== 'Scheduled') {
    throw tooLate(run, claimed);
  }
  if (!mayWithdraw(run, actor)) {
    throw new Problem(
      'not-permitted',
      'You have not confirmed this run, so there is nothing of yours to withdraw.',
      'Ask whoever confirmed it, or stop the run.',
      { cause: 'notConfirmedByYou' },
    );
  }
  const deadline = deadlineOf({ ...run, startAt: undefined }, run.preparation.policy, now);
  return { type: 'withdrawn', at: now, by: personOf(actor), deadline };
};
