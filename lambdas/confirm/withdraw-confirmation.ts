import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import { withdraw } from '../../domain/confirm/withdraw.ts';
import { found } from '../../domain/http/find.ts';
import { personOf } from '../../domain/people/people.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { roundOf } from '../../domain/model/open-question.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { transition } from '../../domain/model/transition.ts';
import { askEverybody, type AskPorts } from './ask-approvers.ts';
import { tryAgain } from '../../domain/http/try-again.ts';

export type WithdrawPorts = AskPorts & { timers: Timers; ledger: Pick<Ledger, 'tallies'> };

const claimedOf = async (ports: WithdrawPorts, runId: string): Promise<number> => {
  const tallies = await ports.ledger.tallies(runId);
  return tallies.reduce((sum, { handedOver, refused, open }) => sum + handedOver + refused + open, 0);
};

/**
 * POST /runs/{id}/withdraw: the question is open again and everybody is asked anew. The machine needs no call:
 * it waits for the send time, and then finds a run that is not confirmed and goes back to the gate.
 */
export const withdrawConfirmation =
  (ports: WithdrawPorts): HttpHandler<typeof confirmRoutes.withdrawConfirmation> =>
  async ({ params, body, actor, origin }) => {
    const run = await tryAgain(async () => {
      const known = found(await ports.runs.get(params.id), 'run');
      const now = new Date(ports.clock()).toISOString();
      const claimed = await claimedOf(ports, known.id);
      const next = transition(known, withdraw({ run: known, actor, now, claimed }));
      await ports.runs.replace(next);
      await ports.audit.append({
        at: now,
        runId: known.id,
        what: 'withdrawn',
        by: personOf(actor),
        origin,
        facts: { round: roundOf(next), ...(body.reason !== undefined && { reason: body.reason }) },
      });
      return next;
    });
    if (run.state !== 'AwaitingConfirmation' || run.gate) return showRun(run, actor);
    await ports.timers.set(`deadline-${run.id}`, run.deadline, 'closeOverdue', { runId: run.id });
    return showRun(await askEverybody(ports, run), actor);
  };
