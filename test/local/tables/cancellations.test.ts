import { describe, expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { addCounters, zeroCounters } from '../../../domain/model/figures.ts';
import type { ImportRecord } from '../../../domain/model/profile-import.ts';
import type { Recount } from '../../../domain/model/recount.ts';
import { addressOptOutsIn } from '../../../lambdas/adapters/dynamodb/address-opt-outs.ts';
import { importsIn } from '../../../lambdas/adapters/dynamodb/imports.ts';
import { messagesIn } from '../../../lambdas/adapters/dynamodb/messages.ts';
import { optOutsIn } from '../../../lambdas/adapters/dynamodb/opt-outs.ts';
import { proofCountsIn } from '../../../lambdas/adapters/dynamodb/proof-counts.ts';
import { recountsIn } from '../../../lambdas/adapters/dynamodb/recounts.ts';
import { now } from '../../domain/samples.ts';
import { cancelled, wire, type Said } from '../../domain/wire.ts';

/**
 * Why an item made DynamoDB cancel a transaction
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
 */
const failures = [
  'ItemCollectionSizeLimitExceeded',
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
  'ValidationError',
  'AccessDenied',
  'DuplicateItem',
  'unheardOf',
];

const conflict: Said = {
  statusCode: 400,
  body: '{"__type":"com.amazonaws.dynamodb.v20120810#TransactionConflictException"}',
};

/** A table that gives these answers, the last one again and again. */
const tableSaying = (...said: Said[]): DynamoDBDocumentClient => {
  const { requestHandler } = wire(...said, ...Array.from({ length: 100 }, () => said.at(-1) ?? conflict));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials, requestHandler, maxAttempts: 1 });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};

const record: ImportRecord = {
  id: 'i1',
  number: 1,
  list: 'garden',
  rows: 1,
  chunks: 1,
  importedAt: now,
  state: 'open',
};
const imports = (client: DynamoDBDocumentClient) =>
  importsIn(client, { profiles: 't', campaigns: 't' }, () => Date.parse(now));
const delta = addCounters(zeroCounters(), { ...zeroCounters(), delivered: 1 });
const recount = { runId: 'r', version: 1 } as Partial<Recount> as Recount;
const item = { runId: 'r', index: 0, version: 0, rows: [] };
const tables = { messages: 't', kpis: 't', campaigns: 't' };

type Work = (client: DynamoDBDocumentClient) => Promise<unknown>;

/** Each write of several items, and its answer to a condition that does not hold. */
const transactions: [what: string, work: Work, refused: unknown][] = [
  ['an opt-out', async (client) => optOutsIn(client, 't').optOut('p', now, 'page'), undefined],
  [
    'an opt-out of an address',
    async (client) => addressOptOutsIn(client, 't').replaceAddressOptOuts({ addressKey: 'a', standing: [] }, now),
    false,
  ],
  ['the end of an import', async (client) => imports(client).settled(record), undefined],
  ['giving up an import', async (client) => void (await imports(client).giveUp(record, now)), undefined],
  ['events', async (client) => messagesIn(client, tables).commit({ runId: 'r', items: [item], delta }), false],
  ['a recount', async (client) => recountsIn(client, tables).mend(recount, delta), false],
  [
    'proofs',
    async (client) =>
      proofCountsIn(client, 't').add({ runId: 'r', day: '2026-11-24', proofs: 1, room: { run: 1, day: 1 } }),
    false,
  ],
];

describe.each(transactions)('%s, written as a transaction', (_what, work, refused) => {
  test.each(failures)('fails when DynamoDB cancels it for %s', async (code) => {
    const one = work(tableSaying(cancelled('None', code)));
    await expect(one).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    const other = work(tableSaying(cancelled('ConditionalCheckFailed', code)));
    await expect(other).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  });

  test('fails when DynamoDB gives no reason', async () => {
    const name = 'TransactionCanceledException';
    await expect(work(tableSaying(cancelled()))).rejects.toMatchObject({ name });
    await expect(work(tableSaying(cancelled('None', 'None')))).rejects.toMatchObject({ name });
  });

  test('is answered when its condition does not hold', async () => {
    expect(await work(tableSaying(cancelled('ConditionalCheckFailed', 'None')))).toBe(refused);
  });

  test('is not taken for done while somebody else writes the same', async () => {
    const writing = work(tableSaying(cancelled('None', 'TransactionConflict')));
    await (refused === false ? expect(writing).resolves.toBe(false) : expect(writing).rejects.toThrow(/written/));
  });
});

test.each(['committed', 'open'])('whoever commits an import learns what became of it: %s', async (state) => {
  const refused = cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed', 'None', 'None');
  const Items = [marshall({ pk: 'IMPORTS', sk: '000000000001', ...record, state })];
  const known: Said = { statusCode: 200, body: JSON.stringify({ Items }) };
  // Its answer may have been lost, and the commit asked for again.
  expect(await imports(tableSaying(refused, known)).commit(record, 1, now)).toBe(state === 'committed');
});

test('nobody takes the place of a recount while a transaction has it', async () => {
  expect(await recountsIn(tableSaying(conflict), tables).replace(recount)).toBe(false);
});

test('who signs up again while an opt-out is being written is back', async () => {
  const done: Said = { statusCode: 200, body: '{}' };
  expect(await optOutsIn(tableSaying(conflict, conflict, done), 't').optIn('p', now)).toBe(true);
  const name = 'TransactionConflictException';
  await expect(optOutsIn(tableSaying(conflict), 't').optIn('p', now)).rejects.toMatchObject({ name });
});
