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

/** Chunks that are read at the same time. */
const AT_ONCE = 16;
/** The API answers within 29 seconds or not at all; what is left is for publishing. */
const LIMIT_MS = 22_000;

/** @throws Problem `too-large` when the run cannot be counted within the time that an answer has */
const recount = async (ports: StatsPorts, run: Run, until: number): Promise<Counters> => {
  const chunks = 'preparation' in run ? (run.preparation?.chunks ?? 0) : 0;
  let sum = zeroCounters();
  for (let start = 0; start < chunks; start += AT_ONCE) {
    if (ports.clock() > until)
      throw new Problem(
        'too-large',
        `Only ${start} of ${chunks} chunks could be counted in the time that an answer has.`,
        'Nothing was changed. Try again when less is going on; the books are checked every hour all the same.',
        { counted: start, chunks },
      );
    const slice = Array.from({ length: Math.min(AT_ONCE, chunks - start) }, (_, index) => start + index);
    const rows = await Promise.all(slice.map(async (chunk) => ports.messages.rowsOfChunk(run.id, chunk)));
    sum = rows.flat().reduce((so, row) => addCounters(so, contribution(row.lines)), sum);
  }
  return sum;
};

const isSame = (one: Counters, other: Counters): boolean => counterNames.every((name) => one[name] === other[name]);

/** What the counters lack against the rows. @throws Problem `busy` when events do not stop arriving */
const drift = async (ports: StatsPorts, run: Run, until: number): Promise<Counters> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await ports.kpis.counters(run.id);
    const counted = await recount(ports, run, until);
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
    const delta = await drift(ports, run, started + LIMIT_MS);
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
