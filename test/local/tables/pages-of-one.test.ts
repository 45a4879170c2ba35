import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ImportJob } from '../../../domain/audience/import-job.ts';
import type { Run } from '../../../domain/model/run.ts';
import { importJobsIn, jobKey } from '../../../lambdas/adapters/dynamodb/import-jobs.ts';
import { profilesIn } from '../../../lambdas/adapters/dynamodb/profiles.ts';
import { runItem, runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { unmatchedEventsIn } from '../../../lambdas/adapters/dynamodb/unmatched-events.ts';
import { awaiting, now } from '../../domain/samples.ts';

/** Answers each query with one item and where it stopped, as DynamoDB may at any item; gets answer all. */
const pagesOfOne = (items: readonly Record<string, unknown>[]) => {
  const limits: unknown[] = [];
  const send = async ({ input }: Pick<QueryCommand, 'input'> & { input: { RequestItems?: object } }) => {
    if (input.RequestItems) return { Responses: { t: items } };
    const at = Number(input.ExclusiveStartKey?.['at'] ?? 0);
    limits.push(input.Limit);
    const isLast = at + 1 >= items.length;
    return { Items: items.slice(at, at + 1), ...(!isLast && { LastEvaluatedKey: { at: at + 1 } }) };
  };
  return { client: { send } as unknown as DynamoDBDocumentClient, limits };
};

const runs: Run[] = [0, 1, 2, 3, 4].map((number) => ({ ...awaiting, id: `r${number}` }));

test('runs of a campaign are all that were asked for, however small the pages are', async () => {
  const { client, limits } = pagesOfOne(runs.map(runItem));
  const table = runsIn(client, 't');
  expect(await table.ofCampaign('c', 50)).toHaveLength(5);
  expect((await table.listOfCampaign('c', 3)).items).toHaveLength(3);
  expect(limits).toEqual([50, 49, 48, 47, 46, 3, 2, 1]);
});

test('the newest runs end where there are no more, not at a page that is short', async () => {
  const { client } = pagesOfOne(runs.map(runItem));
  const { next } = await runsIn(client, 't').recent({ limit: 3 });
  expect(next).toBe('r2');
  expect((await runsIn(client, 't').recent({ limit: 9 })).next).toBeUndefined();
});

test('imports and events of no message are all that were asked for', async () => {
  const job: ImportJob = {
    id: 'j',
    version: 1,
    list: 'l',
    fileName: 'f',
    bytes: 1,
    uploadId: 'u',
    createdAt: now,
    attempt: 0,
    state: 'uploading',
    asOf: now,
  };
  const jobs = pagesOfOne(['1', '2', '3'].map((id) => ({ ...jobKey(id), ...job, id })));
  expect(await importJobsIn(jobs.client, 't').recent(20)).toHaveLength(3);
  const event = { eventType: 'Open', cause: 'noTags', runId: null, number: null, sesMessageId: 'm', at: now };
  const events = pagesOfOne(['1', '2', '3'].map((sk) => ({ pk: 'UNMATCHED', sk, ...event })));
  expect(await unmatchedEventsIn(events.client, 't', 90).count(2)).toEqual({
    causes: new Map([['noTags', 2]]),
    more: true,
  });
  expect((await unmatchedEventsIn(events.client, 't', 90).count(20)).more).toBe(false);
});

test('profiles by the beginning of their address are looked for beyond the first page of each part', async () => {
  const { client, limits } = pagesOfOne(['a', 'b'].map((id) => ({ pk: `P#${id}`, searchKey: id })));
  await profilesIn(client, 't')
    .findByBeginning('a', 10)
    .catch(() => undefined);
  expect(limits.filter((limit) => limit === 9)).toHaveLength(16);
});

/** One item is what it asks for, and without a filter DynamoDB answers one if there is any. */
const asksForOne = ['audit.ts'];

test('whoever queries or scans asks again behind the last key', () => {
  const folder = 'lambdas/adapters/dynamodb';
  const asking = readdirSync(folder).filter((file) =>
    /new (Query|Scan)Command/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  );
  const once = asking.filter((file) => !/LastEvaluatedKey|querySome\(/.test(readFileSync(`${folder}/${file}`, 'utf8')));
  expect(once).toEqual(asksForOne);
});
