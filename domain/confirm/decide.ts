import type { ConfirmationLink } from '../confirmation-link.ts';
import { refuseUnless } from '../authorisation.ts';
import { personOf, type Actor } from '../people.ts';
import { Problem } from '../problem.ts';
import type { Run, RunIn } from '../run.ts';
import type { RunEvent } from '../transition.ts';
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

const refuseForeignLink = (actor: Actor, link: ConfirmationLink | undefined): void => {
  if (!link || link.approverSub === actor.sub) return;
  throw new Problem(
    'not-permitted',
    'This link was mailed to somebody else.',
    'Use the link in your own mail, or confirm in the console if you hold the role Start deliveries.',
  );
};

const refuseDecided = (run: Run): void => {
  const decision = 'decision' in run ? run.decision : undefined;
  if (!decision) return;
  const verb = decision.decision === 'confirm' ? 'confirmed' : 'rejected';
  throw new Problem(
    'already-decided',
    `${decision.by.name} ${verb} this run at ${decision.at}.`,
    'A decision cannot be changed; stop the run to call it back.',
    {
      decision: decision.decision,
      at: decision.at,
    },
  );
};

const awaiting = (run: Run, now: string): RunIn<'AwaitingConfirmation'> => {
  refuseDecided(run);
  if (run.state === 'Expired' || (run.state === 'AwaitingConfirmation' && now >= run.deadline)) {
    throw new Problem(
      'expired',
      'The time to decide is over; nothing is sent.',
      'Prepare the campaign again to ask anew.',
    );
  }
  if (run.state !== 'AwaitingConfirmation') {
    throw new Problem(
      'wrong-state',
      `The run is ${run.state} and waits for no confirmation.`,
      'Load the run again and look at its state.',
      {
        state: run.state,
      },
    );
  }
  return run;
};

const refuseStale = (run: RunIn<'AwaitingConfirmation'>, { request, link }: DecisionCase): void => {
  const current = run.preparation.manifestHash;
  if (request.manifestHash === current && (!link || link.manifestHash === current)) return;
  throw new Problem(
    'stale-manifest',
    'What you saw is not what would be sent now: the fingerprints differ.',
    'Load the page again, look at it anew, then decide.',
  );
};

/**
 * May this person decide this, now? Role, bound person, state, deadline and fingerprint are all checked
 * here, on the server, at the moment of the decision (invariant 4).
 * @throws Problem `not-permitted`, `already-decided`, `expired`, `wrong-state`, `stale-manifest`
 */
export const decide = (asked: DecisionCase): RunEvent => {
  const { run, actor, request, link, now } = asked;
  refuseUnless(actor, 'confirm');
  refuseForeignLink(actor, link);
  refuseStale(awaiting(run, now), asked);
  return {
    type: 'decided',
    decision: {
      decision: request.decision,
      manifestHash: request.manifestHash,
      ...(request.reason !== undefined && { reason: request.reason }),
      by: personOf(actor),
      at: now,
      via: link ? 'link' : 'console',
    },
  };
};
