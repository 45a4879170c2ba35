import type { Counters, Figures } from '../../domain/model/figures.ts';
import { computeFigures } from '../../domain/kpi/figures.ts';
import { openMembers, type ChunkTally } from '../../domain/model/ledger.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import { haveRowsEnded } from '../../domain/model/row-life.ts';
import type { Run } from '../../domain/model/run.ts';

export type GatherPorts = { ledger: Ledger; messages: Messages; kpis: Kpis; clock: Clock };

/**
 * Once the rows have ended nothing moves any more. What was settled of the open ones is known by the rows only, so it is
 * what the figures said last.
 */
const settledBefore = async ({ kpis }: GatherPorts, run: Run, tallies: readonly ChunkTally[]): Promise<number> => {
  const open = tallies.reduce((sum, tally) => sum + tally.open, 0);
  if (open === 0) return 0;
  const published = await kpis.latest(run.id);
  return published ? Math.max(0, open - published.books.unknown) : 0;
};

/** Only chunks with open members are looked into: a handful, whatever the size of the run. */
const settledIn = async (ports: GatherPorts, runId: string, tally: ChunkTally): Promise<number> => {
  const open = new Set((await ports.ledger.ofChunk(runId, tally.chunk)).flatMap(openMembers));
  const rows = await ports.messages.rowsOfChunk(runId, tally.chunk);
  return rows.filter(({ number }) => open.has(number)).length;
};

const settledOf = async (ports: GatherPorts, run: Run, tallies: readonly ChunkTally[]): Promise<number> => {
  if (run.state === 'Sending') return 0;
  if (haveRowsEnded(run, ports.clock())) return settledBefore(ports, run, tallies);
  const unsettled = tallies.filter((tally) => tally.open > 0);
  const settled = await Promise.all(unsettled.map((tally) => settledIn(ports, run.id, tally)));
  return settled.reduce((sum, count) => sum + count, 0);
};

/** The figures as the counters and the ledger have them now, and what they are made of: reads grow with the run's chunks, not its messages. */
export const gather = async (
  ports: GatherPorts,
  run: Run,
): Promise<{ figures: Figures; tallies: ChunkTally[]; counters: Counters }> => {
  const [tallies, counters] = await Promise.all([ports.ledger.tallies(run.id), ports.kpis.counters(run.id)]);
  const settledUnknown = await settledOf(ports, run, tallies);
  const figures = computeFigures({
    run,
    tallies,
    counters,
    settledUnknown,
    asOf: new Date(ports.clock()).toISOString(),
  });
  return { figures, tallies, counters };
};

export const gatherFigures = async (ports: GatherPorts, run: Run): Promise<Figures> =>
  (await gather(ports, run)).figures;
