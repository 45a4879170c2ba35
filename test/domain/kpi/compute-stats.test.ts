import { describe, expect, test } from '@jest/globals';
import { zeroCounters } from '../../../domain/figures.ts';
import type { MessageRow } from '../../../domain/message.ts';
import type { Run } from '../../../domain/run.ts';
import { computeStats, type StatsPorts } from '../../../lambdas/kpi/compute-stats.ts';
import { awaiting, now, person, preparation } from '../samples.ts';
import { memoryKpis } from './memory-kpis.ts';

const run = (chunks: number): Run => ({
  ...awaiting,
  preparation: { ...preparation, chunks },
  state: 'Finished',
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
});

const row: MessageRow = { runId: 'r', number: 0, lines: [{ kind: 'delivery', at: now }] };

/** Each chunk takes a second to read. */
const world = (chunks: number) => {
  const kpis = memoryKpis();
  const audited: object[] = [];
  let clock = Date.parse(now);
  const ports = {
    kpis,
    runs: { get: async () => run(chunks) },
    ledger: {
      tallies: async () => [{ chunk: 0, closed: 1, handedOver: 8, refused: 0, optedOut: 0, open: 0 }],
    },
    messages: {
      rowsOfChunk: async () => {
        clock += 1000;
        return [row];
      },
    },
    audit: { append: async (entry: object) => audited.push(entry) },
    clock: () => clock,
  } as unknown as StatsPorts;
  const ask = async () => computeStats(ports)({ params: { id: 'r' }, actor: { ...person, groups: [] } } as never);
  return { kpis, audited, ask };
};

describe('compute stats', () => {
  test('says what was counted before, what now, and the difference; who asked is kept', async () => {
    const { kpis, audited, ask } = world(3);
    await kpis.adjust('r', { ...zeroCounters(), delivered: 5, opened: 1 });
    const report = await ask();
    expect(report.before.delivered.count).toBe(5);
    expect(report.after.delivered.count).toBe(3);
    expect(report.difference).toEqual({ delivered: -2, opened: -1 });
    expect(audited).toMatchObject([{ what: 'statsComputed', by: { name: person.name }, facts: { delivered: -2 } }]);
    expect((await ask()).difference).toEqual({});
  });

  test('a run that is too large for an answer is refused with how far it came, and nothing is changed', async () => {
    const { kpis, audited, ask } = world(100);
    await kpis.adjust('r', { ...zeroCounters(), delivered: 5 });
    await expect(ask()).rejects.toMatchObject({ code: 'too-large', facts: { counted: 32, chunks: 100 } });
    expect((await kpis.counters('r')).delivered).toBe(5);
    expect([audited, kpis.published]).toEqual([[], []]);
  });
});
