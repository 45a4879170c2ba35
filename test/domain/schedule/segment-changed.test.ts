import { expect, test } from '@jest/globals';
import type { Segment } from '../../../domain/model/segment.ts';
import { now, person } from '../samples.ts';
import { letter } from './letter.ts';
import { SeriesWorld } from './series-world.ts';

const segmentOf = (version: number): Segment => ({
  id: 's',
  version,
  name: 'Readers',
  list: '',
  filter: { join: 'all', conditions: [{ is: 'contains', attribute: 'email', value: '@' }] },
  createdAt: now,
  createdBy: person,
  updatedAt: now,
  updatedBy: person,
  hands: [],
});

const named = { join: 'all' as const, conditions: [{ is: 'inSegment' as const, segment: 's' }] };

test('a series that sends without asking asks once a segment that it goes by is changed', async () => {
  const world = new SeriesWorld();
  world.segments = [segmentOf(1)];
  const { id } = await world.armed('paula', { ...letter, filter: named });
  const first = await world.prepare('paula', id);
  await world.sendOnce('anton', first.id);
  const second = await world.fire(id);
  expect(second).toMatchObject({ requestConfirmation: false, state: 'Sending' });
  world.finish(second?.id ?? '');
  world.segments = [segmentOf(2)];
  expect(await world.fire(id)).toMatchObject({
    state: 'AwaitingConfirmation',
    preparation: { segments: [{ id: 's', version: 2 }] },
  });
});
