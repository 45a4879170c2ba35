import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { endTold } from '../../../domain/model/series-life.ts';
import { CLAIMED_MS } from '../../../domain/people/ports/deliveries.ts';
import type { Webhook } from '../../../domain/people/webhook.ts';
import { transition } from '../../../domain/model/transition.ts';
import { deliveriesIn } from '../../../lambdas/adapters/dynamodb/deliveries.ts';
import { mailChoicesIn } from '../../../lambdas/adapters/dynamodb/mail-choices.ts';
import { noticesIn } from '../../../lambdas/adapters/dynamodb/notices.ts';
import { outboxIn } from '../../../lambdas/adapters/dynamodb/outbox.ts';
import { runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { seriesLivesIn } from '../../../lambdas/adapters/dynamodb/series-lives.ts';
import { turnsIn } from '../../../lambdas/adapters/dynamodb/turns.ts';
import { webhooksIn } from '../../../lambdas/adapters/dynamodb/webhooks.ts';
import { armedLife } from '../../domain/schedule/launch-world.ts';
import { now, preparing } from '../../domain/samples.ts';
import { loseNextAnswer } from './losing-answers.ts';
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
  expect(await deliveries.claim(delivery)).toEqual({ is: 'busy', until: at + CLAIMED_MS });
  at += CLAIMED_MS;
  expect(await deliveries.claim(delivery)).toEqual({ is: 'claimed', tries: 1 });
  await deliveries.release(delivery, { tries: 1, until: at + 5000 });
  expect(await deliveries.claim(delivery)).toEqual({ is: 'busy', until: at + 5000 });
  at += 5000;
  expect(await deliveries.claim(delivery)).toEqual({ is: 'claimed', tries: 2 });
  await deliveries.settle(delivery);
  at += 86_400_000;
  expect(await deliveries.claim(delivery)).toEqual({ is: 'settled' });
  expect(await deliveries.claim({ ...delivery, to: 'hook' })).toEqual({ is: 'claimed', tries: 1 });
});

test('a claim whose answer was lost is known as its own when the SDK asks again', async () => {
  const notices = noticesIn(database.documents, database.table, () => Date.parse(now));
  const deliveries = deliveriesIn(database.documents, database.table, () => Date.parse(now));
  const delivery = { to: 'bus', eventId: 'r.lost' };
  const telling = { campaignId: 'c', event: 'r:lost', sub: 'anton' };
  loseNextAnswer(database.documents);
  expect(await notices.claim(telling)).toBe(true);
  loseNextAnswer(database.documents);
  expect(await deliveries.claim(delivery)).toEqual({ is: 'claimed', tries: 1 });
  loseNextAnswer(database.documents);
  expect(await turnsIn(database.documents, database.table, () => 0).alone(async () => 'done')).toBe('done');
  expect(await notices.claim(telling)).toBe(false);
  expect(await deliveries.claim(delivery)).toMatchObject({ is: 'busy' });
});

test('which mails somebody does without is theirs alone; a kind that is no more is left aside', async () => {
  const choices = mailChoicesIn(database.documents, database.table);
  expect(await choices.offOf('anton')).toEqual([]);
  await choices.write('anton', ['finished', 'reminded']);
  expect(await choices.offOf('anton')).toEqual(['reminded', 'finished']);
  expect(await choices.offOf('paula')).toEqual([]);
  const Item = { pk: 'PERSON#ada', sk: 'MAILS', off: ['finished', 'of-an-earlier-version'] };
  await database.documents.send(new PutCommand({ TableName: database.table, Item }));
  expect(await choices.offOf('ada')).toEqual(['finished']);
});

test('a webhook is written over the one before only, and is found until it was told that it is off', async () => {
  const webhooks = webhooksIn(database.documents, database.table);
  const webhook: Webhook = {
    id: 'h',
    revision: 1,
    name: 'Shop',
    kind: 'webhook',
    events: [],
    language: 'en',
    host: 'shop.example',
    createdAt: now,
    off: null,
    sealed: 'x',
  };
  // As a transaction adds it, which this database has not got.
  const Item = { pk: 'WEBHOOKS', sk: 'HOOK#h', gsk: 'h', revision: 1, doc: webhook };
  await database.documents.send(new PutCommand({ TableName: database.table, Item }));
  const failed = { at: now, isDelivered: false, status: 500, cause: 'status' as const, nextAt: null };
  expect(await webhooks.note('h', failed)).toBe(now);
  expect(await webhooks.note('h', { ...failed, at: '2026-11-24T11:00:00.000Z' })).toBe(now);
  expect((await webhooks.all())[0]).toMatchObject({ webhook, last: { status: 500, failingSince: now } });
  expect(await webhooks.note('h', { ...failed, isDelivered: true, cause: null })).toBeNull();
  const off: Webhook = { ...webhook, revision: 2, off: { cause: 'failing', since: now } };
  expect([await webhooks.write(off), await webhooks.write(off)]).toEqual([true, false]);
  expect(await webhooks.untold()).toEqual(['h']);
  await webhooks.markTold(webhook);
  expect(await webhooks.untold()).toEqual(['h']);
  await webhooks.markTold(off);
  expect(await webhooks.untold()).toEqual([]);
  await webhooks.remove('h');
  expect(await webhooks.all()).toEqual([]);
});
