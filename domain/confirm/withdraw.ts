import { personOf, type Actor } from '../people.ts';
import { deadlineFrom } from '../policy.ts';
import { Problem } from '../problem.ts';
import type { Run } from '../run.ts';
import { mayWithdraw } from '../standing-question.ts';
import type { RunEvent } from '../transition.ts';

/**
 * Takes this person's own confirmation back. The boundary is the state Sending: no message is claimed before
 * it, and both a withdrawal and the beginning of sending are conditional writes on the same version.
 * @param claimed messages that workers have claimed so far, for the refusal that comes too late
 * @throws Problem `wrong-state`, `not-permitted`
 */
export const withdraw = (asked: { run: Run; actor: Actor; now: string; claimed: number }): RunEvent => {
  const { run, actor, now, claimed } = asked;
  if (run.state !== 'AwaitingConfirmation' && run.state !== 'Scheduled') {
    const began = 'sendingStartedAt' in run && run.sendingStartedAt !== undefined;
    throw new Problem(
      'wrong-state',
      began
        ? `Sending began at ${run.sendingStartedAt}; ${claimed} messages are claimed already.`
        : `The run is ${run.state}; there is no confirmation to withdraw.`,
      began ? 'Pause or stop the run instead.' : 'Load the run again and look at its state.',
      { state: run.state, claimed },
    );
  }
  if (!mayWithdraw(run, actor)) {
    throw new Problem(
      'not-permitted',
      'You have not confirmed this run, so there is nothing of yours to withdraw.',
      'Ask whoever confirmed it, or stop the run.',
    );
  }
  const { policy } = run.preparation;
  return { type: 'withdrawn', at: now, by: personOf(actor), deadline: deadlineFrom(policy, now, run.sendAt) };
};
