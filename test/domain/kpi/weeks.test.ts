import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters, type Figures } from '../../../domain/model/figures.ts';
import type { Run } from '../../../domain/model/run.ts';
import { addCounts, noCounts, weekLines, lastMondays, weekOf } from '../../../domain/kpi/weeks.ts';
import { countBacklog } from '../../../lambdas/kpi/count-backlog.ts';
import { countRun } from '../../../lambdas/kpi/count-run.ts';
import { getWeeks } from '../../../lambdas/kpi/get-weeks.ts';
import { awaiting, now } from '../samples.ts';
import { memoryKpis } from './memory-kpis.ts';
import { memoryWeeks } from './memory-weeks.ts';

/** Three runs that began in two weeks, and one that has not begun. */
const begun: Record<string, string | undefined> = {
  a: '2026-11-22T23:59:59.999Z',
  b: '2026-11-23T00:00:00.000Z',
  c: '2026-11-29T12:00:00.000Z',
  d: undefined,
};
const ids = Object.keys(begun);

const runOf = (id: string): Run => {
  const at = begun[id];
  if (at === undefined) return { ...awaiting, id };
  return { ...awaiting, id, state: 'Finished', startAt: at, sendingStartedAt: at, finishedAt: at };
};

/** `fails` is asked before and after each write: the call was lost, or its answer. */
const world = (fails: () => boolean = () => false, turn: () => Promise<void> = async () => {}) => {
  const kpis = memoryKpis();
  const weeks = memoryWeeks();
  const failures: string[] = [];
  const crash = (): void => {
    if (fails()) throw new Error('killed');
  };
  const ports = {
    kpis,
    weeks: {
      ...weeks,
      counted: async (id: string) => {
        await turn();
        return weeks.counted(id);
      },
      count: async (...moved: Parameters<typeof weeks.count>) => {
        await turn();
        crash();
        const held = await weeks.count(...moved);
        crash();
        return held;
      },
    },
    retries: () => async () => true,
    ledger: {
      tallies: async () => {
        await turn();
        return [{ chunk: 0, closed: 1, handedOver: 8, refused: 1, optedOut: 0, open: 0 }];
      },
    },
    runs: {
      recent: async ({ before, limit }: { before?: string; limit: number }) => {
        const older = ids.toReversed().filter((id) => before === undefined || id < before);
        const page = older.slice(0, Math.min(limit, 2));
        return { items: page.map(runOf), unreadable: [], next: older.length > 2 ? page.at(-1) : undefined };
      },
    },
    clock: () => Date.parse(now),
    reportFailure: (id: string) => failures.push(id),
  };
  return {
    kpis,
    weeks,
    failures,
    publish: async (figures: Figures) => kpis.publish(figures),
    ports: ports as never as Parameters<typeof countBacklog>[0] & { kpis: typeof kpis },
  };
};

const total = (weeks: ReturnType<typeof memoryWeeks>) =>
  [...weeks.sums.values()].reduce((sum, counts) => addCounts(sum, counts), noCounts());

const move = fc.record({
  run: fc.constantFrom(...ids),
  // Opens only come; a bounce takes a delivery away again.
  delta: fc.record({
    delivered: fc.integer({ min: -3, max: 8 }),
    bounced: fc.nat(2),
    openedByHuman: fc.nat(4),
    unsubscribed: fc.nat(1),
  }),
});

describe('weeks', () => {
  test('are those of ISO 8601, in UTC', () => {
    const known: [string, string][] = [
      ['2026-11-22T23:59:59.999Z', '2026-W47'],
      ['2026-11-23T00:00:00.000Z', '2026-W48'],
      // The examples of its section on week dates: the year is that of the Thursday.
      ['2027-01-03T12:00:00.000Z', '2026-W53'],
      ['2027-01-04T00:00:00.000Z', '2027-W01'],
      ['2024-12-30T00:00:00.000Z', '2025-W01'],
      ['2028-12-31T00:00:00.000Z', '2028-W52'],
      ['1970-01-01T00:00:00.000Z', '1970-W01'],
    ];
    for (const [at, week] of known) expect(weekOf(at)).toBe(week);
  });

  test('the last ones follow each other without a gap, in order of their names, over every turn of a year', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1975-01-01'), max: new Date('2190-01-01'), noInvalidDate: true }), (at) => {
        const lines = weekLines(lastMondays(at.toISOString(), 60), new Map());
        const names = lines.map(({ week }) => week);
        expect(names).toEqual([...new Set(names)].toSorted());
        expect(names.at(-1)).toBe(weekOf(at.toISOString()));
        for (const { from, week } of lines) {
          expect(weekOf(`${from}T00:00:00.000Z`)).toBe(week);
          expect(new Date(from).getUTCDay()).toBe(1);
        }
      }),
    );
  });

  test('sum over weeks = sum over runs, whatever is counted twice, at once, or killed on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
        fc.scheduler(),
        async (moves, luck, scheduler) => {
          let isCalm = false;
          const turn = async (): Promise<void> => (isCalm ? undefined : scheduler.schedule(Promise.resolve()));
          const { kpis, weeks, ports, publish } = world(() => !isCalm && luck.next().value === 0, turn);
          // As the hourly rule does: what is killed keeps its mark, and what changes meanwhile has a new one.
          const hour = async (id: string): Promise<void> => {
            const changed = (await kpis.changed()).find(({ runId }) => runId === id);
            try {
              await countRun(ports, runOf(id), publish);
              if (changed) await kpis.clearChanged(id, changed.mark);
            } catch {
              // It comes again.
            }
          };
          const acts = moves.map(async ({ run, delta }) => {
            await turn();
            await kpis.adjust(run, { ...zeroCounters(), ...delta });
            await kpis.markChanged(run);
            await hour(run);
          });
          await scheduler.waitFor(Promise.all([...acts, countBacklog(ports)]));
          isCalm = true;
          for (const { runId } of await kpis.changed()) await hour(runId);
          await weeks.keepBacklog({ isDone: false });
          await countBacklog(ports);

          const counters = await Promise.all(['a', 'b', 'c'].map(async (id) => kpis.counters(id)));
          const sum = total(weeks);
          expect(sum).toMatchObject({ runs: 3, sent: 24, handedOrFailed: 27 });
          for (const name of ['delivered', 'bounced', 'openedByHuman', 'unsubscribed'] as const)
            expect(sum[name]).toBe(counters.reduce((so, counted) => so + counted[name], 0));
          expect([...weeks.sums.keys()].toSorted()).toEqual(['2026-W47', '2026-W48']);
          expect(weeks.sums.get('2026-W47')?.runs).toBe(1);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a run stays in the week in which it began, however late it is opened, and a repeat writes nothing', async () => {
    const { kpis, weeks, ports, publish } = world();
    await kpis.adjust('a', { ...zeroCounters(), delivered: 8 });
    await countRun(ports, runOf('a'), publish);
    await kpis.adjust('a', { ...zeroCounters(), opened: 1, openedByHuman: 1 });
    for (let again = 0; again < 3; again += 1) await countRun(ports, runOf('a'), publish);
    expect(weeks.runs.get('a')?.version).toBe(2);
    expect(weeks.sums.get('2026-W47')).toMatchObject({ runs: 1, delivered: 8, openedByHuman: 1 });
  });

  test('runs from before are counted in page by page, each once; one that cannot be is told of', async () => {
    const { kpis, weeks, failures, ports } = world();
    for (const id of ids) await kpis.adjust(id, { ...zeroCounters(), delivered: 1 });
    const broken = {
      ...ports,
      kpis: { ...kpis, counters: async (id: string) => (id === 'b' ? fail() : kpis.counters(id)) },
    };
    await countBacklog(broken);
    expect(failures).toEqual(['b']);
    expect(total(weeks)).toMatchObject({ runs: 2, delivered: 2 });
    expect(await weeks.backlog()).toEqual({ isDone: true });
    await weeks.keepBacklog({ isDone: false });
    await countBacklog(ports);
    await countBacklog(ports);
    expect(total(weeks)).toMatchObject({ runs: 3, delivered: 3 });
    expect(kpis.published).toEqual([]);
  });
});

const fail = (): never => {
  throw new Error('the store does not answer');
};

describe('GET /figures/weeks', () => {
  const ask = async ({ ports }: ReturnType<typeof world>, weeks: number) =>
    getWeeks(ports)({ query: { weeks } } as never);

  test('has a line for each week, rates of what they are measured by, and says of when it is', async () => {
    const at = world();
    await at.kpis.adjust('b', { ...zeroCounters(), delivered: 6, deliveredUntracked: 2, bounced: 1, openedByHuman: 1 });
    expect(await ask(at, 2)).toMatchObject({ asOf: null, isCounting: false });
    await countRun(at.ports, runOf('b'), at.publish);
    await at.kpis.noteHour(now);
    const answer = await ask(at, 3);
    expect(answer).toMatchObject({ asOf: now, isCounting: true, cursor: null });
    expect(answer.items.map(({ week, from, runs }) => [week, from, runs])).toEqual([
      ['2026-W46', '2026-11-09', 0],
      ['2026-W47', '2026-11-16', 0],
      ['2026-W48', '2026-11-23', 1],
    ]);
    expect(answer.items[2]).toMatchObject({
      sent: 8,
      delivered: { count: 6, of: 9, percent: 66.7 },
      bounced: { count: 1, of: 9, percent: 11.1 },
      openedByHuman: { count: 1, of: 4, percent: 25 },
      clickedByHuman: { count: 0, of: 4, percent: 0 },
      unsubscribed: { count: 0, of: 6, percent: 0 },
    });
    expect(answer.items[0]?.delivered).toEqual({ count: 0, of: 0, percent: null });
    await countBacklog(at.ports);
    expect((await ask(at, 1)).isCounting).toBe(false);
  });

  test('two years are far from 100 KB', async () => {
    const at = world();
    for (const line of weekLines(lastMondays(now, 104), new Map()))
      at.weeks.sums.set(
        line.week,
        Object.fromEntries(Object.keys(noCounts()).map((name) => [name, 99_999_999])) as never,
      );
    expect(JSON.stringify(await ask(at, 104)).length).toBeLessThan(60_000);
  });
});
