import { zeroCounters, type Counters } from '../../../domain/model/figures.ts';
import type { MessageRow } from '../../../domain/model/message.ts';
import type { Recount } from '../../../domain/model/recount.ts';
import type { Run } from '../../../domain/model/run.ts';
import { computeStats, getRecount, type StatsPorts } from '../../../lambdas/kpi/compute-stats.ts';
import { countOn } from '../../../lambdas/kpi/count-on.ts';
import { awaiting, now, person, preparation } from '../samples.ts';
import { memoryKpis } from './memory-kpis.ts';
import { memoryWeeks } from './memory-weeks.ts';

const row: MessageRow = { runId: 'r', number: 0, lines: [{ kind: 'delivery', at: now }] };

type World = {
  chunks: number;
  /** Of the clock, for each chunk that is read. */
  readMs?: number;
  /** Called with each chunk before it is read; may move counters or throw. */
  reading?: (chunk: number) => Promise<void>;
  /** Until when its rows are kept. */
  rowsUntil?: string;
};

/** One run whose every chunk holds one delivered message, at the ports of "Compute stats". */
export const recountWorld = ({ chunks, readMs = 1000, reading, rowsUntil }: World) => {
  const kpis = memoryKpis();
  const audited: object[] = [];
  const calls: string[] = [];
  const stored = new Map<string, Recount>();
  const tally = { chunk: 0, closed: 1, handedOver: 8, refused: 0, optedOut: 0, open: 0 };
  const run: Run = {
    ...awaiting,
    preparation: { ...preparation, chunks, rowsUntil },
    state: 'Finished',
    startAt: now,
    sendingStartedAt: now,
    finishedAt: now,
  };
  let clock = Date.parse(now);
  const replace = async (recount: Recount): Promise<boolean> => {
    if ((stored.get(recount.runId)?.version ?? 0) !== recount.version - 1) return false;
    stored.set(recount.runId, recount);
    return true;
  };
  const ports = {
    kpis,
    weeks: memoryWeeks(),
    retries: () => async () => true,
    runs: { get: async (id: string) => (id === 'r' ? run : undefined) },
    ledger: { tallies: async () => [tally] },
    messages: {
      rowsOfChunk: async (_: string, chunk: number) => {
        await reading?.(chunk);
        clock += readMs;
        return [row];
      },
    },
    recounts: {
      get: async (runId: string) => stored.get(runId),
      replace,
      mend: async (recount: Recount, delta: Counters) => {
        if (!(await replace(recount))) return false;
        await kpis.adjust(recount.runId, delta);
        return true;
      },
    },
    recounter: {
      goOn: async (runId: string) => {
        calls.push(runId);
      },
    },
    audit: { append: async (entry: object) => audited.push(entry) },
    clock: () => clock,
  } as unknown as StatsPorts;
  const request = (name: string) => ({ params: { id: 'r' }, actor: { ...person, name, groups: [] } }) as never;
  return {
    kpis,
    audited,
    calls,
    stored,
    wait: (milliseconds: number) => {
      clock += milliseconds;
    },
    counted: (delivered: number) => kpis.adjust('r', { ...zeroCounters(), delivered }),
    ask: async (name = person.name) => computeStats(ports)(request(name)),
    look: async () => getRecount(ports)(request('')),
    /** Answers one asynchronous call, which has so much time. */
    call: async (timeMs = 300_000) => {
      calls.shift();
      const end = clock + timeMs;
      return countOn(ports)({ runId: 'r' }, () => end - clock);
    },
  };
};
