import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { periodOf } from '../../../domain/model/aggregation.ts';
import type { Run } from '../../../domain/model/run.ts';
import { getCampaignKpis } from '../../../lambdas/kpi/get-campaign-kpis.ts';
import { awaiting, now } from '../samples.ts';
import { letter } from '../schedule/letter.ts';

const aggregated = (aggregation: string, more: object = {}) => ({
  mode: 'recurring',
  frequency: { kind: 'minutes', every: 60 },
  zone: 'Europe/Berlin',
  startsOn: '2026-01-01T00:00',
  aggregation,
  ...more,
});

test.each([
  ['week', '2027-01-03', '2026-W53'],
  ['week', '2027-01-04', '2027-W01'],
  ['week', '2024-12-30', '2025-W01'],
  ['day', '2027-02-28', '2027-02-28'],
  ['month', '2027-02-28', '2027-02'],
  ['year', '2027-02-28', '2027'],
] as const)('a %s: %s is in %s', (aggregation, date, period) => {
  expect(periodOf(aggregation, date)).toBe(period);
});

test('an ISO week has the days from a Monday to the next one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 84_000 }), (day) => {
      const at = (offset: number): string => new Date((day + offset) * 86_400_000).toISOString().slice(0, 10);
      const isMonday = new Date((day + 1) * 86_400_000).getUTCDay() === 1;
      expect(periodOf('week', at(0)) === periodOf('week', at(1))).toBe(!isMonday);
    }),
  );
});

/** Figures of which only the sums matter here. */
const figures = async () => {
  const { campaignTotal } = await import('../../../domain/kpi/sum.ts');
  const zero = campaignTotal([]);
  return (runId: string, toDeliver: number) => ({
    ...zero,
    runId,
    toDeliver,
    delivered: { ...zero.delivered, count: toDeliver },
  });
};

const asked = async (runs: Run[], counts: Record<string, number>) => {
  const of = await figures();
  const ports = {
    runs: { listOfCampaign: async () => ({ items: runs, unreadable: [] }) },
    kpis: {
      latest: async (id: string) => (counts[id] === undefined ? undefined : of(id, counts[id])),
      profiles: async () => undefined,
    },
  };
  return getCampaignKpis(ports as never)({ params: { id: 'c' } } as never);
};

const run = (id: string, more: object): Run => ({ ...awaiting, id, schedule: aggregated('day'), ...more }) as Run;

test('runs of a period are one line with their sum, by the clock of the series; an edit begins another line', async () => {
  const { periods, total } = await asked(
    [
      run('e', { start: '2026-07-02T10:00:00.000Z', campaignVersion: 2 }),
      run('d', { start: '2026-07-02T09:00:00.000Z' }),
      run('c', { start: '2026-07-01T22:00:00.000Z' }),
      run('b', { start: '2026-07-01T21:00:00.000Z' }),
      // Besides the starts, and of before the series was aggregated.
      run('x', { isBesides: true }),
      run('a', { start: '2026-07-01T20:00:00.000Z', schedule: aggregated('none') }),
    ],
    { e: 1, d: 2, c: 4, a: 8, x: 16 },
  );
  expect(
    periods.map(({ period, campaignVersion, runs, total: of }) => [
      period,
      campaignVersion,
      runs.map(({ id }) => id).join(''),
      of.delivered.count,
    ]),
  ).toEqual([
    ['2026-07-02', 2, 'e', 1],
    ['2026-07-02', awaiting.campaignVersion, 'dc', 6],
    ['2026-07-01', awaiting.campaignVersion, 'b', 0],
  ]);
  expect(total.delivered.count).toBe(31);
  expect(periods.every(({ isPartial }) => !isPartial)).toBe(true);
});

test('the planned day counts, whatever the clocks did to it', async () => {
  const planned = { start: '2011-12-30T10:00:00.000Z', occurrence: '2011-12-30T09:00[Pacific/Apia]' };
  const schedule = aggregated('day', { zone: 'Pacific/Apia' });
  const { periods } = await asked([run('a', { schedule, ...planned })], {});
  expect(periods.map(({ period }) => period)).toEqual(['2011-12-30']);
});

test('of many runs the oldest line may be a part of its period', async () => {
  const many = Array.from({ length: 100 }, (_, index) =>
    run(`r${index}`, { start: new Date(Date.parse(now) - index * 3_600_000).toISOString() }),
  );
  const { periods } = await asked(many, {});
  expect(periods.map(({ isPartial }) => isPartial)).toEqual([...periods.slice(1).map(() => false), true]);
});

test.each([
  ['day', true, ['requestConfirmation']],
  ['day', false, undefined],
  ['none', true, undefined],
  ['decade', false, ['schedule.aggregation']],
])('aggregated by %s, confirmed each: %s', (aggregation, requestConfirmation, wrong) => {
  const { error } = CampaignInput.safeParse({ ...letter, schedule: aggregated(aggregation), requestConfirmation });
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(wrong);
});
