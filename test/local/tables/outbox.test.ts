import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { endTold } from '../../../domain/model/series-life.ts';
import { transition } from '../../../domain/model/transition.ts';
import { deliveriesIn } from '../../../lambdas/adapters/dynamodb/deliveries.ts';
import { noticesIn } from '../../../lambdas/adapters/dynamodb/notices.ts';
import { outboxIn } from '../../../lambdas/adapters/dynamodb/outbox.ts';
import { runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { seriesLivesIn } from '../../../lambdas/adapters/dynamodb/series-lives.ts';
import { armedLife } from '../../domain/schedule/launch-world.ts';
import { now, preparing } from '../../domain/samples.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

test('what a run keeps for the bus holds it in the index, and goes with its version only', async () => {
  const runs = runsIn(database.documents, database.table);
  const outbox = outboxIn(database.documents, database.table);
  const notices = noticesIn(database.documents, database.table, () => Date.parse(now));
  const skipped = transition(preparing, { type: 'skipped', at: now, cause: 'emptyAudience' });
  await runs.create(skipped);
  await notices.markTold(skipped);
  expect(await notices.untold()).toEqual(['r']);
  await outbox.emptyRun({ ...skipped, version: 1 });
  expect((await runs.get('r'))?.unpublished).toHaveLength(1);
  await outbox.emptyRun(skipped);
  expect((await runs.get('r'))?.unpublished).toBeUndefined();
  await notices.markTold(skipped);
  expect(await notices.untold()).toEqual([]);
});

test('a series that ended is found until it was told', async () => {
  const lives = seriesLivesIn(database.documents, database.table);
  const outbox = outboxIn(database.documents, database.table);
  const ended = endTold(armedLife, { campaignId: 'c', at: now, cause: 'byHand' });
  await lives.replace('c', ended);
  expect(await outbox.series()).toEqual(['c']);
  await outbox.emptySeries('c', { ...ended, revision: 2 });
  expect(await outbox.series()).toEqual(['c']);
  await outbox.emptySeries('c', ended);
  expect(await outbox.series()).toEqual([]);
  expect(await lives.get('c')).toEqual(armedLife);
});

test('a delivery is claimed for an hour, given back, and settled for good', async () => {
  let at = Date.parse(now);
  const deliveries = deliveriesIn(database.documents, database.table, () => at);
  const delivery = { to: 'bus', eventId: 'r.2' };
  expect(await deliveries.claim(delivery)).toEqual({ is: 'claimed', tries: 1 });
  expect(await deliveries.claim(delivery)).toEqual({ is: 'busy', until: at + 3_600_000 });
  at += 3_600_000;
  expect(await deliveries.claim(delivery)).toEqual({ is: 'claimed', tries: 2 });
  await deliveries.release(delivery);
  expect(await deliveries.claim(delivery)).toEqual({ is: 'claimed', tries: 3 });
  await deliveries.settle(delivery);
  at += 86_400_000;
  expect(await deliveries.claim(delivery)).toEqual({ is: 'settled' });
  expect(await deliveries.claim({ ...delivery, to: 'hook' })).toEqual({ is: 'claimed', tries: 1 });
});
