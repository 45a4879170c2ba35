import type { Counters, Figures } from '../../domain/model/figures.ts';
import { computeFigures } from '../../domain/kpi/figures.ts';
import { openMembers, type ChunkTally } from '../../domain/model/ledger.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Run } from '../../domain/model/run.ts';

export type GatherPorts = { ledger: Ledger; messages: Messages; kpis: Kpis; clock: Clock };

/** Only chunks with open members are looked into: a handful, whatever the size of the run. */
const settledIn = async (ports: GatherPorts, runId: string, tally: ChunkTally): Promise<number> => {
  const open = new Set((await ports.ledger.ofChunk(runId, tally.chunk)).flatMap(openMembers));
  const rows = await ports.messages.rowsOfChunk(runId, tally.chunk);
  return rows.filter(({ number }) => open.has(number)).length;
};

/** The figures as the counters and the ledger have them now, and what they are made of: reads grow with the run's chunks, not its messages. */
export const gather = async (
  ports: GatherPorts,
  run: Run,
): Promise<{ figures: Figures; tallies: ChunkTally[]; counters: Counters }> => {
  const [tallies, counters] = await Promise.all([ports.ledger.tallies(run.id), ports.kpis.counters(run.id)]);
  const unsettled = run.state === 'Sending' ? [] : tallies.filter((tally) => tally.open > 0);
  const settled = await Promise.all(unsettled.map((tally) => settledIn(ports, run.id, tally)));
  const figures = computeFigures({
    run,
    tallies,
    counters,
    settledUnknown: settled.reduce((sum, count) => sum + count, 0),
    asOf: new Date(ports.clock()).toISOString(),
  });
  return { figures, tallies, counters };
};

export const gatherFigures = async (ports: GatherPorts, run: Run): Promise<Figures> =>
  (await gather(ports, run)).figures;
