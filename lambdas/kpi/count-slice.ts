import { contribution } from '../../domain/model/facts.ts';
import { addCounters, zeroCounters, type Counters } from '../../domain/model/figures.ts';
import { deltaOf, differing, judged, nextChunks, saved, withCounted } from '../../domain/kpi/recount.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Recounts } from '../../domain/kpi/ports/recounts.ts';
import type { Recount, RecountIn } from '../../domain/model/recount.ts';
import type { Run } from '../../domain/model/run.ts';
import { countRun, type CountRunPorts } from './count-run.ts';

export type CountPorts = CountRunPorts & { recounts: Recounts; audit: Audit };

/** Chunks that are read at the same time. */
const AT_ONCE = 16;
/** A crash costs the reads of so much time, and saving a write in it. */
const SAVE_EVERY_MS = 2000;

const now = (ports: CountPorts): string => new Date(ports.clock()).toISOString();

/** Undefined: another call counts on, and this one gives way. */
const kept = async <R extends Recount>(ports: CountPorts, recount: R): Promise<R | undefined> =>
  (await ports.recounts.replace(recount)) ? recount : undefined;

const read = async (ports: CountPorts, runId: string, chunks: readonly number[]): Promise<Counters> => {
  const rows = await Promise.all(chunks.map(async (chunk) => ports.messages.rowsOfChunk(runId, chunk)));
  return rows.flat().reduce((sum, row) => addCounters(sum, contribution(row.lines)), zeroCounters());
};

const endPass = async (ports: CountPorts, recount: RecountIn<'counting'>): Promise<Recount | undefined> => {
  const next = judged(recount, await ports.kpis.counters(recount.runId), now(ports));
  if (next.state !== 'mended') return kept(ports, next);
  return (await ports.recounts.mend(next, deltaOf(next))) ? next : undefined;
};

/** The counters are right already. A crash in here publishes and says so in the audit a second time, not never. */
const conclude = async (
  ports: CountPorts,
  run: Run,
  recount: RecountIn<'mended'>,
): Promise<RecountIn<'done'> | undefined> => {
  const { figures: after } = await countRun(ports, run, async (published) => ports.kpis.publish(published));
  const { runId, askedBy: by, origin, computedAt: at } = recount;
  await ports.audit.append({ at, runId, what: 'statsComputed', by, origin, facts: differing(recount) });
  return kept(ports, { ...recount, state: 'done', version: recount.version + 1, after });
};

/**
 * Continues the recount until it or the time is over.
 * @param until of the clock, in milliseconds; what is left when it comes stays `counting`
 * @returns as it was saved last; undefined when another call counts on
 */
export const countSlice = async (
  ports: CountPorts,
  run: Run,
  { recount, until }: { recount: Recount; until: number },
): Promise<Recount | undefined> => {
  let current: Recount | undefined = recount;
  let savedAt = ports.clock();
  while (current?.state === 'counting') {
    const chunks = nextChunks(current, AT_ONCE);
    if (chunks.length === 0) {
      current = await endPass(ports, current);
      continue;
    }
    if (ports.clock() >= until) return kept(ports, saved(current, now(ports)));
    current = withCounted(current, await read(ports, run.id, chunks), chunks.length);
    if (ports.clock() - savedAt < SAVE_EVERY_MS) continue;
    current = await kept(ports, saved(current, now(ports)));
    savedAt = ports.clock();
  }
  return current?.state === 'mended' ? conclude(ports, run, current) : current;
};
