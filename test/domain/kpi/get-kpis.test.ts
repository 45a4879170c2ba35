import { describe, expect, test } from '@jest/globals';
import { zeroCounters, type Figures } from '../../../domain/model/figures.ts';
import { computeFigures } from '../../../domain/kpi/figures.ts';
import type { Run } from '../../../domain/model/run.ts';
import { getKpis, type KpiPorts } from '../../../lambdas/kpi/get-kpis.ts';
import { awaiting, now } from '../samples.ts';
import { memoryKpis } from './memory-kpis.ts';

const finished = (id: string, createdAt: string): Run => ({
  ...awaiting,
  id,
  createdAt,
  state: 'Finished',
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
});

const runs = [
  finished('third', '2026-11-23T10:00:00.000Z'),
  finished('second', '2026-11-16T10:00:00.000Z'),
  finished('first', '2026-11-09T10:00:00.000Z'),
];

const figures = (run: Run, opened: number): Figures =>
  computeFigures({
    run,
    tallies: [{ chunk: 0, closed: 1, handedOver: 8, refused: 0, optedOut: 0, open: 0 }],
    counters: { ...zeroCounters(), delivered: 8, opened },
    settledUnknown: 0,
    asOf: now,
  });

const ask = async (id: string, hoursLater: number) => {
  const kpis = memoryKpis();
  for (const [index, run] of runs.entries()) await kpis.publish(figures(run, 4 - index));
  await kpis.noteHour(now);
  const ports = {
    kpis,
    runs: {
      get: async () => runs.find((run) => run.id === id),
      listOfCampaign: async () => ({ items: runs, unreadable: [] }),
    },
    clock: () => Date.parse(now) + hoursLater * 3_600_000,
  } as unknown as KpiPorts;
  return getKpis(ports)({ params: { id } } as never);
};

describe('the tile', () => {
  test('compares a run with the median of those before it, never with later ones', async () => {
    const { usual } = await ask('third', 0);
    expect(usual).toMatchObject({ runs: 2, opened: 31.3, delivered: 100 });
    expect((await ask('first', 0)).usual).toBeNull();
  });

  test('is old when the hourly rule has not run for two hours, and not before', async () => {
    expect((await ask('third', 2)).stale).toBe(false);
    expect((await ask('third', 2.01)).stale).toBe(true);
  });
});
