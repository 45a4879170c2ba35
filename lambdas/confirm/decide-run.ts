import type { Origin } from '../../domain/model/audit-chain.ts';
import type { DecisionRequest } from '../../domain/confirm/api.ts';
import { decide } from '../../domain/confirm/decide.ts';
import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import type { ConfirmationLink } from '../../domain/confirm/confirmation-link.ts';
import { found } from '../../domain/http/find.ts';
import { refusalOf } from '../../domain/model/release.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import type { RefusedCampaigns } from '../../domain/ports/campaigns.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import type { RunView } from '../../domain/model/run-view.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { transition } from '../../domain/model/transition.ts';
import type { AskPorts } from './ask-approvers.ts';
import { tellRequester } from './tell-requester.ts';
import { tryAgain } from '../../domain/http/try-again.ts';
import { continueExecution } from './continue-execution.ts';

export type DecisionPorts = AskPorts & { campaigns: RefusedCampaigns; gates: Gates; timers: Timers };

type Asked = { runId: string; actor: Actor; origin: Origin; request: DecisionRequest; link?: ConfirmationLink };

const whatOf = { confirm: 'confirmed', reject: 'rejected', requestChanges: 'changesRequested' } as const;

const record = async (ports: DecisionPorts, asked: Asked): Promise<Run> => {
  const run = found(await ports.runs.get(asked.runId), 'run');
  const now = new Date(ports.clock()).toISOString();
  const next = transition(run, decide({ ...asked, run, now }));
  const refused = refusalOf(next);
  if (refused) await ports.campaigns.markRefused(run.campaignId, refused);
  await ports.runs.replace(next);
  const { decision, manifestHash, reason, acknowledged } = asked.request;
  await ports.audit.append({
    at: now,
    runId: run.id,
    what: whatOf[decision],
    by: personOf(asked.actor),
    origin: asked.origin,
    facts: {
      manifestHash,
      via: asked.link ? 'link' : 'console',
      ...(reason !== undefined && { reason }),
      ...(acknowledged.length > 0 && { acknowledged: acknowledged.join(' ') }),
    },
  });
  return next;
};

/**
 * Writes the decision by one conditional write, then continues the execution. Whoever comes second learns who
 * decided; the execution is continued again, which repairs a crash between the two writes. When nobody comes, the
 * watch of the gates does it within a minute.
 */
const decideOnce = async (ports: DecisionPorts, asked: Asked): Promise<RunView> => {
  let run: Run;
  try {
    run = await tryAgain(async () => record(ports, asked));
  } catch (error) {
    await continueExecution(ports, asked.runId);
    throw error;
  }
  if (await continueExecution(ports, run.id)) await ports.timers.cancel(`deadline-${run.id}`);
  if (run.state === 'Rejected') await tellRequester(ports, run);
  return showRun(run, asked.actor);
};

/** POST /runs/{id}/decision */
export const decideRun =
  (ports: DecisionPorts): HttpHandler<typeof confirmRoutes.decideRun> =>
  async ({ params, body, actor, origin }) =>
    decideOnce(ports, { runId: params.id, actor, origin, request: body });

/** POST /confirmations/{linkId}: the same decision, bound to the person whom the link was mailed to. */
export const decideByLink =
  (ports: DecisionPorts): HttpHandler<typeof confirmRoutes.decideByLink> =>
  async ({ params, body, actor, origin }) => {
    const link = found(await ports.links.get(params.linkId), 'link');
    return decideOnce(ports, { runId: link.runId, actor, origin, request: body, link });
  };
