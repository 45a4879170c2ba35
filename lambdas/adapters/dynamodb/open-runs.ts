import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

const RunId = z.object({ gsk: z.string() });

/**
 * Ids of runs in the sparse index `openRuns`: `OPEN`, those that have not ended; `GATE`, those whose task token
 * is kept. An index may lag by a moment.
 */
export const openRuns = async (
  client: DynamoDBDocumentClient,
  table: string,
  kind: 'OPEN' | 'GATE',
): Promise<string[]> => {
  const ids: string[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'openRuns',
        KeyConditionExpression: 'openRun = :kind',
        ExpressionAttributeValues: { ':kind': kind },
        ExclusiveStartKey: start,
      }),
    );
    ids.push(...Items.map((item) => RunId.parse(item).gsk));
    start = LastEvaluatedKey;
  } while (start);
  return ids;
};
