import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ImportRecord } from '../../../domain/model/profile-import.ts';
import { readableByKey } from './readable.ts';

/** The partition of all imports, in the order of their numbers. */
export const IMPORTS = 'IMPORTS';

/** Looked at together, from the newest. */
const PAGE = 50;
/** Clocks of Lambdas differ, and whoever waited for the number has an earlier time than it says. */
const MARGIN_MS = 10 * 60_000;

/** A request is repeated within a day, and rarely: imports since then are few. */
export const importMadeBy = async (
  client: DynamoDBDocumentClient,
  table: string,
  request: string,
  since: number,
): Promise<ImportRecord | undefined> => {
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': IMPORTS },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: PAGE,
        ExclusiveStartKey: start,
      }),
    );
    const records = readableByKey(Items, ImportRecord).items;
    const made = records.find(({ by }) => by === request);
    if (made || records.some(({ importedAt }) => Date.parse(importedAt) < since - MARGIN_MS)) return made;
    start = LastEvaluatedKey;
  } while (start);
  return undefined;
};
