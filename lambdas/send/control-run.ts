import type { Origin } from '../../domain/model/audit-chain.ts';
import { refuseUnless } from '../../domain/people/authorisation.ts';
import { found } from '../../domain/http/find.ts';
import { tryAgain } from '../../domain/http/try-again.ts';
import { refusalOf } from '../../domain/model/release.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { RefusedCampaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Run } from '../../domain/model/run.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { sendRoutes } from '../../domain/send/routes.ts';
import { showRun } from '../../domain/model/show-run.ts';
import type { RunEvent } from '../../domain/model/run-event.ts';
import { transition } from '../../domain/model/transition.ts';

export type ControlPorts = {
  runs: Runs;
  campaigns: RefusedCampaigns;
  ledger: Pick<Ledger, 'tallies'>;
  kpis: Kpis;
  gates: Gates;
  audit: Audit;
  clock: Clock;
};

const eventOf = {
  paused: (at: string, actor: Actor): RunEvent => ({ type: 'paused', at, by: personOf(actor) }),
  resumed: (at: string): RunEvent => ({ type: 'resumed', at }),
  stopped: (at: string, actor: Actor): RunEvent => ({ type: 'stopped', at, by: personOf(actor), cause: 'stopped' }),
};

/** What nobody has confirmed yet, its preparer may call back. */
const isUnconfirmed = (run: Run): boolean => run.state === 'Preparing' || run.state === 'AwaitingConfirmation';

/** Moves the run by one conditional write; workers see it within a second. Continues the execution that waits for it. */
const control =
  (ports: ControlPorts, what: keyof typeof eventOf) =>
  async ({ params, actor, origin }: { params: { id: string }; actor: Actor; origin: Origin }) => {
    const at = new Date(ports.clock()).toISOString();
    const move = async (): Promise<Run> => {
      const known = found(await ports.runs.get(params.id), 'run');
      if (!isUnconfirmed(known)) refuseUnless(actor, 'control');
      const next = transition(known, eventOf[what](at, actor));
      const refused = refusalOf(next);
      if (refused) await ports.campaigns.markRefused(known.campaignId, refused);
      await ports.runs.replace(next);
      return next;
    };
    // Whoever resumes answers the pause that they saw, and no other one that came meanwhile.
    const run = what === 'resumed' ? await move() : await tryAgain(move);
    await ports.audit.append({ at, runId: run.id, what, by: personOf(actor), origin });
    await ports.kpis.markChanged(run.id);
    if (what !== 'paused') await ports.gates.answer(run.id);
    const tallies = await ports.ledger.tallies(run.id);
    return { run: showRun(run, actor), handedOver: tallies.reduce((sum, tally) => sum + tally.handedOver, 0) };
  };

/** POST /runs/{id}/pause */
export const pauseRun = (ports: ControlPorts): HttpHandler<typeof sendRoutes.pauseRun> => control(ports, 'paused');
/** POST /runs/{id}/resume */
export const resumeRun = (ports: ControlPorts): HttpHandler<typeof sendRoutes.resumeRun> => control(ports, 'resumed');
/** POST /runs/{id}/stop */
export const stopRun = (ports: ControlPorts): HttpHandler<typeof sendRoutes.stopRun> => control(ports, 'stopped');
