import { GetCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Additions } from '../../../domain/ports/additions.ts';
import { retries } from '../sdk/retries.ts';
import { transacted } from './conditional.ts';

type Put = { Item: Record<string, unknown>; ConditionExpression: string; ExpressionAttributeValues?: object };

const Counted = z.object({ additions: z.int() });

/** The number of a kind, an item of its own. @param kind the partition of its things */
export const additionsIn = (
  client: DynamoDBDocumentClient,
  table: string,
  kind: string,
): Additions & { put: (put: Put, seen: number) => Promise<boolean> } => {
  const Key = { pk: 'ADDITIONS', sk: kind };
  const raised = (seen: number) => ({
    TableName: table,
    Key,
    UpdateExpression: 'SET additions = :next',
    ConditionExpression: seen === 0 ? 'attribute_not_exists(pk)' : 'additions = :seen',
    ExpressionAttributeValues: { ':next': seen + 1, ...(seen > 0 && { ':seen': seen }) },
  });
  return {
    additions: async () => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item ? Counted.parse(Item).additions : 0;
    },
    put: async (put, seen) => {
      const TransactItems = [{ Put: { TableName: table, ...put } }, { Update: raised(seen) }];
      const another = retries();
      for (;;) {
        const outcome = await transacted(client.send(new TransactWriteCommand({ TransactItems })));
        if (outcome !== 'busy') return outcome === 'done';
        if (!(await another())) return false;
      }
    },
  };
};
