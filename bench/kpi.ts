import { zeroCounters, type Counters } from '../domain/model/figures.ts';
import type { MessageRow } from '../domain/model/message.ts';
import { CHUNK_SIZE } from '../domain/model/manifest.ts';
import type { Kpis } from '../domain/ports/kpis.ts';
import type { RunIn } from '../domain/model/run.ts';
import { publishKpis, type PublishPorts } from '../lambdas/kpi/publish-kpis.ts';
import { frozenRun } from '../simulation/frozen-run.ts';

const PER_RUN = 10_000;
const CHANGED = 3;
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0';

/** What is known of every message: delivered, each third opened, each tenth clicked. */
export const rowOf = (runId: string, number: number): MessageRow => {
  const at = new Date(Date.UTC(2026, 10, 24, 9, number % 600)).toISOString();
  return {
    runId,
    number,
    lines: [
      { kind: 'delivery', at: '2026-11-24T08:00:00.000Z' },
      ...(number % 3 === 0 ? [{ kind: 'open' as const, at, agent }] : []),
      ...(number % 10 === 0 ? [{ kind: 'click' as const, at, agent, link: 'https://shop.example/' }] : []),
    ],
  };
};

const counters: Counters = {
  ...zeroCounters(),
  delivered: PER_RUN,
  opened: Math.ceil(PER_RUN / 3),
  clicked: Math.ceil(PER_RUN / 10),
};

const unused = (): never => {
  throw new Error('publishing does not ask for this');
};

type Asked = { questions: number; items: number };
type Frozen = { run: RunIn<'Sending'>; chunks: number; objects: Map<string, string> };

const answerIn =
  (asked: Asked) =>
  <T>(items: T[]): T[] => {
    asked.questions += 1;
    asked.items += items.length;
    return items;
  };

/** The changed runs lie anywhere among all runs. */
const kpisOf = (messages: number, answer: ReturnType<typeof answerIn>): Kpis => {
  const runs = Math.max(CHANGED, messages / PER_RUN);
  const changed = Array.from({ length: CHANGED }, (_, index) => `run-${Math.floor((index * runs) / CHANGED)}`);
  return {
    changed: async () => answer(changed.map((runId) => ({ runId, mark: '1' }))),
    counters: async () => answer([counters])[0] ?? zeroCounters(),
    breakdown: async () => {
      answer([]);
      return undefined;
    },
    clearChanged: async () => {},
    publish: async () => {},
    publishBreakdown: async () => {},
    noteHour: async () => {},
    markChanged: unused,
    latest: unused,
    series: unused,
    publishProfiles: unused,
    profiles: unused,
    lastHour: unused,
  };
};

/** No week has anything of them yet. */
const weeksOf = (answer: ReturnType<typeof answerIn>): PublishPorts['weeks'] => ({
  counted: async () => {
    answer([]);
    return undefined;
  },
  count: async () => true,
  backlog: async () => answer([{ isDone: true }])[0],
  between: unused,
  keepBacklog: unused,
});

/** A store of so many messages at the ports: what lies at a key is made when it is asked for, and each question counts. */
const storeOf = (messages: number, { run, chunks, objects }: Frozen) => {
  const asked: Asked = { questions: 0, items: 0 };
  const answer = answerIn(asked);
  const finished = { ...run, state: 'Finished' as const, finishedAt: run.startAt };
  const tally = { closed: 10, handedOver: CHUNK_SIZE, refused: 0, optedOut: 0, open: 0 };
  const ports: Pick<PublishPorts, 'runs' | 'ledger' | 'messages' | 'content' | 'kpis' | 'weeks' | 'retries'> = {
    runs: {
      get: async (id) => answer([{ ...finished, id }])[0],
      ofCampaign: unused,
      openOfCampaign: unused,
      listOfCampaign: unused,
      current: unused,
      recent: unused,
      create: unused,
      replace: unused,
      open: async () => answer([]),
    },
    ledger: {
      tallies: async () => answer(Array.from({ length: chunks }, (_, chunk) => ({ chunk, ...tally }))),
      ofChunk: unused,
      putTally: unused,
    },
    messages: {
      rowsOfChunk: async (runId, chunk) =>
        answer(Array.from({ length: CHUNK_SIZE }, (_, index) => rowOf(runId, chunk * CHUNK_SIZE + index))),
      items: unused,
      commit: unused,
    },
    content: { get: async (key) => answer([objects.get(key)])[0], put: unused, getBytes: unused, putBytes: unused },
    kpis: kpisOf(messages, answer),
    weeks: weeksOf(answer),
    retries: () => async () => false,
  };
  return { ports, asked };
};

/** The hourly publication of three changed runs of 10,000 messages, whatever else lies in the store. */
export const benchKpi = async (): Promise<void> => {
  const frozen = await frozenRun(PER_RUN);
  process.stdout.write(`${CHANGED} changed runs of ${PER_RUN} messages each\n`);
  process.stdout.write('  messages in the store     questions     items        ms\n');
  for (const messages of SIZES) {
    const { ports, asked } = storeOf(messages, frozen);
    const since = performance.now();
    await publishKpis({
      ...ports,
      clock: Date.now,
      reportFigures: () => {},
      reportDifference: () => {},
      reportStandstill: () => {},
      reportFailure: (_runId, error) => {
        throw error;
      },
    })();
    const cells = [messages, asked.questions, asked.items, Math.round(performance.now() - since)];
    process.stdout.write(
      `  ${cells.map((cell, index) => String(cell).padStart(index === 0 ? 21 : 10)).join('    ')}\n`,
    );
  }
};
