import { reassign } from '../../domain/confirm/reassign.ts';
import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import { found } from '../../domain/http/find.ts';
import { personOf } from '../../domain/people/people.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { transition } from '../../domain/model/transition.ts';
import { askPeople, type AskPorts } from './ask-approvers.ts';
import { tryAgain } from '../../domain/http/try-again.ts';

/** POST /runs/{id}/approvers: the old link is dead with the write; the new one is mailed after it. */
export const reassignApprover =
  (ports: AskPorts): HttpHandler<typeof confirmRoutes.reassignApprover> =>
  async ({ params, body, actor, origin }) => {
    const holders = await ports.people.approvers({ kind: 'group', group: 'start-deliveries' });
    const { run, to } = await tryAgain(async () => {
      const known = found(await ports.runs.get(params.id), 'run');
      const { gate, to: next } = reassign(known, body, holders);
      const at = new Date(ports.clock()).toISOString();
      const moved = transition(known, { type: 'gateOpened', at, gate });
      await ports.runs.replace(moved);
      return { run: moved, to: next };
    });
    await ports.audit.append({
      at: new Date(ports.clock()).toISOString(),
      runId: run.id,
      what: 'reassigned',
      by: personOf(actor),
      origin,
      facts: { from: body.from, to: to.sub, name: to.name },
    });
    if (run.state === 'AwaitingConfirmation') await askPeople(ports, run, [to]);
    return showRun(run, actor);
  };
