import { contribution } from '../../domain/facts.ts';
import { addCounters, counterNames, zeroCounters, type Counters } from '../../domain/figures.ts';
import { found } from '../../domain/find.ts';
import type { kpiRoutes } from '../../domain/kpi/routes.ts';
import { personOf } from '../../domain/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/problem.ts';
import type { HttpHandler } from '../../domain/route.ts';
import type { Run } from '../../domain/run.ts';
import { gatherFigures, type GatherPorts } from './gather-figures.ts';

export type StatsPorts = GatherPorts & { runs: Runs; audit: Audit };

/** While events arrive, counters and rows are never of one instant: a recount is taken when they stood still. */
const ATTEMPTS = 5;

const recount = async (ports: StatsPorts, run: Run): Promise<Counters> => {
  const chunks = 'preparation' in run ? (run.preparation?.chunks ?? 0) : 0;
  let sum = zeroCounters();
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const rows = await ports.messages.rowsOfChunk(run.id, chunk);
    sum = rows.reduce((so, row) => addCounters(so, contribution(row.lines)), sum);
  }
  return sum;
};

const isSame = (one: Counters, other: Counters): boolean => counterNames.every((name) => one[name] === other[name]);

/** What the counters lack against the rows. @throws Problem `busy` when events do not stop arriving */
const drift = async (ports: StatsPorts, run: Run): Promise<Counters> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await ports.kpis.counters(run.id);
    const counted = await recount(ports, run);
    if (isSame(before, await ports.kpis.counters(run.id))) return addCounters(counted, before, -1);
  }
  throw new Problem(
    'busy',
    'Events are arriving faster than they can be counted.',
    'Compute the stats again in a minute.',
  );
};

const differing = (delta: Counters): Record<string, number> =>
  Object.fromEntries(counterNames.filter((name) => delta[name] !== 0).map((name) => [name, delta[name]]));

/** POST /runs/{id}/stats: recounts from the rows, mends the counters, publishes, and says what differed. */
export const computeStats =
  (ports: StatsPorts): HttpHandler<typeof kpiRoutes.computeStats> =>
  async ({ params, actor, origin }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    const started = ports.clock();
    const before = await gatherFigures(ports, run);
    const delta = await drift(ports, run);
    await ports.kpis.adjust(run.id, delta);
    const after = await gatherFigures(ports, run);
    await ports.kpis.publish(after);
    const difference = differing(delta);
    await ports.audit.append({
      at: after.asOf,
      runId: run.id,
      what: 'statsComputed',
      by: personOf(actor),
      origin,
      facts: difference,
    });
    return {
      before,
      after,
      difference,
      computedAt: after.asOf,
      computedBy: actor.name,
      durationMs: ports.clock() - started,
    };
  };
