import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { abTestFacts, isTestWaiting, type AbResult } from '../../domain/model/ab-test.ts';
import type { Run, RunIn } from '../../domain/model/run.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { transition } from '../../domain/model/transition.ts';
import { personOf } from '../../domain/people/people.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { sendRoutes } from '../../domain/send/routes.ts';
import type { ControlPorts } from './control-run.ts';
import { loadManifest } from '../content/load-frozen.ts';
import { lookAtTest } from './look-at-test.ts';

export type ChoosePorts = Pick<ControlPorts, 'runs' | 'ledger' | 'audit' | 'clock'> & {
  kpis: Pick<ControlPorts['kpis'], 'markChanged'>;
  content: Pick<ContentStore, 'get'>;
  messages: Pick<Messages, 'rowsOfChunk'>;
  machine: Pick<Machine, 'start'>;
  newId: () => string;
};

const waitingTest = (run: Run): RunIn<'Sending'> => {
  if (run.state === 'Sending' && isTestWaiting(run)) return run;
  throw new Problem(
    'wrong-state',
    'No test of this run waits for its decision: it has none, it is still going out, it is decided, or the run is not being sent.',
    'Load the run again and look at its test; resume it first where it is paused.',
    { cause: 'testNotWaiting', state: run.state },
  );
};

/** What the test came to by now, and what somebody made of it. */
const chosen = async (
  { content, messages }: Pick<ChoosePorts, 'content' | 'messages'>,
  run: RunIn<'Sending'>,
  { winner, at }: { winner: string | null; at: string },
): Promise<AbResult> => {
  const manifest = await loadManifest(content, run.preparation);
  const { abTest } = run.schedule;
  if (!abTest || (winner !== null && !manifest.variants.some(({ id }) => id === winner)))
    throw new Problem(
      'invalid-input',
      'No content of this test has that id.',
      'Name one of its variants, or null for the own content of the campaign.',
      { cause: 'noSuchVariant' },
    );
  const result = await lookAtTest(messages, { runId: run.id, manifest, abTest }, at);
  return { ...result, winner, reason: 'chosen', isClear: false };
};

/**
 * POST /runs/{id}/ab-test: decides before the hours are over. The same conditional write as that of the automatic decision,
 * so one of both counts. The rest goes at once: another execution takes the run up, and the one that waits until the hours
 * are over finds nothing to do, as two of them may always meet. When this dies in between it goes at the planned time.
 */
export const chooseWinner =
  (ports: ChoosePorts): HttpHandler<typeof sendRoutes.chooseWinner> =>
  async ({ params, body, actor, origin }) => {
    const run = waitingTest(found(await ports.runs.get(params.id), 'run'));
    const at = new Date(ports.clock()).toISOString();
    const result = await chosen(ports, run, { winner: body.winner, at });
    const decided = transition(run, { type: 'abTestChosen', result });
    await ports.runs.replace(decided);
    const facts = abTestFacts(result);
    await ports.audit.append({ at, runId: run.id, what: 'abTestDecided', by: personOf(actor), facts, origin });
    await ports.kpis.markChanged(run.id);
    await ports.machine.start(`${run.id}-${ports.newId()}`, run.id);
    const tallies = await ports.ledger.tallies(run.id);
    return { run: showRun(decided, actor), handedOver: tallies.reduce((sum, tally) => sum + tally.handedOver, 0) };
  };
