import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ImportJob } from '../../../domain/audience/import-job.ts';
import type { ImportJobs } from '../../../domain/audience/ports/import-jobs.ts';
import { holdsAlone } from './conditional.ts';
import { querySome } from './query-some.ts';
import { readableByKey } from './readable.ts';
import { secondsAfter } from './time-to-live.ts';

const PARTITION = 'IMPORTJOBS';

/** In one partition, in the order of their ids, which is that of time. */
export const jobKey = (id: string) => ({ pk: PARTITION, sk: id });

/** A job that nobody ended ends too: nothing is at it for so long, and its rows are deleted. */
const jobItem = (job: ImportJob) => ({
  ...jobKey(job.id),
  ...job,
  ...(job.keptUntil !== undefined && { ttl: secondsAfter(job.keptUntil, 0) }),
});

/** On the condition that the job is as it was read. */
export const jobPut = (table: string, { id, version }: ImportJob, next: ImportJob) => ({
  TableName: table,
  Item: jobItem({ ...next, id, version: version + 1 }),
  ConditionExpression: 'version = :version',
  ExpressionAttributeValues: { ':version': version },
});

export const readJob = async (
  client: DynamoDBDocumentClient,
  table: string,
  id: string,
): Promise<ImportJob | undefined> => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: jobKey(id), ConsistentRead: true }));
  return Item && ImportJob.parse(Item);
};

export const importJobsIn = (client: DynamoDBDocumentClient, table: string): ImportJobs => ({
  keep: async (job) => {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: jobItem(job),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  },
  get: async (id) => readJob(client, table, id),
  replace: async (job, next) =>
    (await holdsAlone(client.send(new PutCommand(jobPut(table, job, next)))))
      ? { ...next, version: job.version + 1 }
      : undefined,
  recent: async (limit) => {
    const query = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': PARTITION },
      ScanIndexForward: false,
    };
    return readableByKey(
      (await querySome((page) => client.send(new QueryCommand({ ...query, ...page })), limit)).items,
      ImportJob,
    ).items;
  },
});
