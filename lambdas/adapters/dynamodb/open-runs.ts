import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

const RunId = z.object({ gsk: z.string() });

/** A part of a sparse index of the ids of runs; the key attribute of `openRuns` is `openRun`. */
type Part = { index: 'openRuns' | 'untoldRuns'; of: string };

/** All ids in it, the oldest run first. An index may lag by a moment. */
export const runIds = async (client: DynamoDBDocumentClient, table: string, { index, of }: Part): Promise<string[]> => {
  const ids: string[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: '#part = :of',
        ExpressionAttributeNames: { '#part': index.slice(0, -1) },
        ExpressionAttributeValues: { ':of': of },
        ExclusiveStartKey: start,
      }),
    );
    ids.push(...Items.map((item) => RunId.parse(item).gsk));
    start = LastEvaluatedKey;
  } while (start);
  return ids;
};

/** `OPEN`: runs that have not ended; `GATE`: those whose task token is kept. */
export const openRuns = async (
  client: DynamoDBDocumentClient,
  table: string,
  kind: 'OPEN' | 'GATE',
): Promise<string[]> => runIds(client, table, { index: 'openRuns', of: kind });
