import type { DecisionRequest } from '../../domain/confirm/api.ts';
import { decide } from '../../domain/confirm/decide.ts';
import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import type { ConfirmationLink } from '../../domain/confirmation-link.ts';
import { found } from '../../domain/find.ts';
import type { Actor } from '../../domain/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Links } from '../../domain/ports/links.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { Problem } from '../../domain/problem.ts';
import type { HttpHandler } from '../../domain/route.ts';
import type { RunView } from '../../domain/run-view.ts';
import { showRun } from '../../domain/show-run.ts';
import { transition } from '../../domain/transition.ts';

export type DecisionPorts = { runs: Runs; links: Links; gates: Gates; timers: Timers; audit: Audit; clock: Clock };

type Asked = { runId: string; actor: Actor; request: DecisionRequest; link?: ConfirmationLink };

const record = async (ports: DecisionPorts, asked: Asked): Promise<RunView> => {
  const run = found(await ports.runs.get(asked.runId), 'run');
  const now = new Date(ports.clock()).toISOString();
  const next = transition(run, decide({ ...asked, run, now }));
  await ports.runs.replace(next);
  await ports.audit.append({
    at: now,
    runId: run.id,
    what: asked.request.decision === 'confirm' ? 'confirmed' : 'rejected',
    by: asked.actor,
    facts: { manifestHash: asked.request.manifestHash, via: asked.link ? 'link' : 'console' },
  });
  await ports.timers.cancel(`deadline-${run.id}`);
  return showRun(next, asked.actor);
};

const isLate = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'conflict' || error.code === 'already-decided');

/**
 * Writes the decision by one conditional write, then wakes the machine. Whoever comes second is told who
 * decided; the machine is woken again, which repairs a crash between the two writes.
 */
const decideOnce = async (ports: DecisionPorts, asked: Asked): Promise<RunView> => {
  try {
    const view = await record(ports, asked);
    await ports.gates.answer(asked.runId);
    return view;
  } catch (error) {
    if (!isLate(error)) throw error;
    await ports.gates.answer(asked.runId);
    return record(ports, asked);
  }
};

/** POST /runs/{id}/decision */
export const decideRun =
  (ports: DecisionPorts): HttpHandler<typeof confirmRoutes.decideRun> =>
  async ({ params, body, actor }) =>
    decideOnce(ports, { runId: params.id, actor, request: body });

/** POST /confirmations/{linkId}: the same decision, bound to the person whom the link was mailed to. */
export const decideByLink =
  (ports: DecisionPorts): HttpHandler<typeof confirmRoutes.decideByLink> =>
  async ({ params, body, actor }) => {
    const link = found(await ports.links.get(params.linkId), 'link');
    return decideOnce(ports, { runId: link.runId, actor, request: body, link });
  };
