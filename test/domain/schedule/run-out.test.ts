import { expect, test } from '@jest/globals';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { changedLife } from '../../../domain/schedule/change-life.ts';
import { launchRun } from '../../../lambdas/schedule/launch-run.ts';
import { person } from '../samples.ts';
import { campaignWith, SeriesWorld } from './launch-world.ts';

const twice: Schedule = {
  mode: 'recurring',
  frequency: { kind: 'daily', time: '09:00' },
  zone: 'Europe/Berlin',
  startsOn: '2026-11-25T00:00',
  endsOn: '2026-11-26T23:00',
};

const starts = ['2026-11-25T08:00:00.000Z', '2026-11-26T08:00:00.000Z'];

const told = (world: SeriesWorld) =>
  world.lives.get('c')?.unpublished?.map(({ id, type, data }) => ({ id, type, data })) ?? [];

test('a series whose last start has begun is told to be over, once', async () => {
  const world = new SeriesWorld(starts[0] ?? '', campaignWith(twice));
  await launchRun(world.ports)({ campaignId: 'c', occurrence: starts[0] ?? '' });
  expect(told(world)).toEqual([]);
  world.at = Date.parse(starts[1] ?? '');
  for (let turn = 0; turn < 3; turn += 1)
    await launchRun(world.ports)({ campaignId: 'c', occurrence: starts[turn === 2 ? 0 : 1] ?? '' });
  expect(told(world)).toEqual([
    { id: 'c.series.2', type: 'series.ended', data: { cause: 'noStartLeft', reason: 'endDate' } },
  ]);
  expect(world.runs.size).toBeGreaterThan(0);
});

test('a series that somebody ends says so in the write that ends it', () => {
  const world = new SeriesWorld('2026-11-24T08:00:00.000Z', campaignWith(twice));
  const series = { campaign: world.campaigns.get('c')!, life: world.lives.get('c')! };
  const at = new Date(world.at).toISOString();
  const ended = changedLife(series, { act: 'end' }, { by: person, at, mayStart: true });
  expect(ended.unpublished).toEqual([{ id: 'c.series.2', type: 'series.ended', at, data: { cause: 'byHand' } }]);
});
