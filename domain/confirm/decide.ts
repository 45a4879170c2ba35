import { refuseUnless } from '../people/authorisation.ts';
import type { ConfirmationLink } from './confirmation-link.ts';
import { personOf, type Actor } from '../people/people.ts';
import { isAuthor } from '../model/policy.ts';
import { Problem } from '../http/problem.ts';
import type { Acknowledgement, Run, RunIn } from '../model/run.ts';
import { asksPerson, unacknowledged } from '../model/open-question.ts';
import type { RunEvent } from '../model/run-event.ts';
import type { DecisionRequest } from './api.ts';

export type DecisionCase = {
  run: Run;
  actor: Actor;
  request: DecisionRequest;
  /** Present when the decision comes by a mailed link. */
  link?: ConfirmationLink;
  /** ISO 8601, UTC. */
  now: string;
};

type Waiting = RunIn<'AwaitingConfirmation'>;

const refuseForeignLink = (actor: Actor, link: ConfirmationLink | undefined): void => {
  if (!link || link.approverSub === actor.sub) return;
  throw new Problem(
    'not-permitted',
    'This link was mailed to somebody else.',
    'Use the link in your own mail, or confirm in the console if you hold the role Start deliveries.',
    { cause: 'linkOfSomebodyElse' },
  );
};

const verbOf = { confirm: 'confirmed', reject: 'rejected', requestChanges: 'asked for changes of' } as const;

const refuseDecided = (run: Run): void => {
  const decision = 'decision' in run ? run.decision : undefined;
  if (!decision) return;
  throw new Problem(
    'already-decided',
    `${decision.by.name} ${verbOf[decision.decision]} this run at ${decision.at}.`,
    decision.decision === 'confirm'
      ? 'Whoever confirmed can withdraw that until sending begins; anybody with the role Start deliveries can stop the run.'
      : 'Prepare the campaign again to ask anew.',
    { cause: 'runDecided', by: decision.by.name, decision: decision.decision, at: decision.at },
  );
};

const awaiting = (run: Run, now: string): Waiting => {
  refuseDecided(run);
  if (run.state === 'Expired' || (run.state === 'AwaitingConfirmation' && now >= run.deadline)) {
    throw new Problem(
      'expired',
      'The time to decide is over; nothing is sent.',
      'Prepare the campaign again to ask anew.',
      { cause: 'deadlinePassed', at: run.state === 'Expired' ? run.expiredAt : run.deadline },
    );
  }
  if (run.state !== 'AwaitingConfirmation') {
    throw new Problem(
      'wrong-state',
      `The run is ${run.state} and waits for no confirmation.`,
      'Load the run again and look at its state.',
      { cause: 'notAwaiting', state: run.state },
    );
  }
  return run;
};

const refuseStale = (run: Waiting, { request, link }: DecisionCase): void => {
  const current = run.preparation.manifestHash;
  if (request.manifestHash !== current || (link && link.manifestHash !== current)) {
    throw new Problem(
      'stale-manifest',
      'What you saw is not what would be sent now: the fingerprints differ.',
      'Load the page again, look at it anew, then decide.',
    );
  }
  if (!link || link.round === run.round) return;
  throw new Problem(
    'link-dead',
    'The question was asked anew since this link was mailed: a confirmation was withdrawn, or the start was missed.',
    'Use the link in your newest mail, or decide in the console.',
    { cause: 'questionAskedAnew' },
  );
};

const refuseUnasked = (run: Waiting, actor: Actor): void => {
  if (asksPerson(run, actor)) return;
  const names = run.gate?.approvers.map(({ name }) => name) ?? [];
  throw new Problem(
    'not-permitted',
    'You are not one of those who were asked to confirm this run.',
    names.length === 0 ? 'Ask somebody whom its policy names.' : `Ask ${names.join(', ')}.`,
    names.length === 0 ? { cause: 'notInPolicy' } : { cause: 'notAsked', names },
  );
};

const refuseUncounted = (run: Waiting, actor: Actor): void => {
  if (isAuthor(run.preparation.policy, run, actor.sub)) {
    throw new Problem(
      'not-permitted',
      'You prepared this run or had a hand in its campaign since it was last confirmed, so your confirmation does not count (four eyes).',
      'Ask another approver.',
      { cause: 'fourEyes', policy: 'fourEyes' },
    );
  }
  const mine = run.approvals.find(({ by }) => by.sub === actor.sub);
  if (!mine) return;
  throw new Problem(
    'already-decided',
    `You confirmed this run at ${mine.at}; it waits for another confirmation.`,
    'Nothing is to be done by you. You can withdraw your confirmation until sending begins.',
    { cause: 'confirmedByYou', decision: 'confirm', at: mine.at },
  );
};

const refuseUnacknowledged = (run: Waiting, acknowledged: readonly Acknowledgement[], now: string): void => {
  const missing = unacknowledged(run, now).filter((code) => !acknowledged.includes(code));
  if (missing.length === 0) return;
  throw new Problem(
    'unacknowledged',
    `Whoever confirms says that they know of: ${missing.join(', ')}.`,
    'Look at the warnings, then send their codes in "acknowledged".',
    { cause: 'warningsUnacknowledged', missing },
  );
};

/**
 * May this person decide this, now? Role, bound person, state, deadline, fingerprint, policy and warnings are
 * all checked here, on the server, at the moment of the decision (invariant 4).
 * @throws Problem `not-permitted`, `already-decided`, `expired`, `wrong-state`, `stale-manifest`, `link-dead`,
 * `unacknowledged`
 */
export const decide = (asked: DecisionCase): RunEvent => {
  const { run, actor, request, link, now } = asked;
  refuseUnless(actor, 'confirm');
  refuseForeignLink(actor, link);
  const waiting = awaiting(run, now);
  refuseStale(waiting, asked);
  refuseUnasked(waiting, actor);
  if (request.decision === 'confirm') {
    refuseUncounted(waiting, actor);
    refuseUnacknowledged(waiting, request.acknowledged, now);
  }
  return {
    type: 'decided',
    decision: {
      decision: request.decision,
      manifestHash: request.manifestHash,
      ...(request.reason !== undefined && { reason: request.reason }),
      acknowledged: request.acknowledged,
      by: personOf(actor),
      at: now,
      via: link ? 'link' : 'console',
    },
  };
};
