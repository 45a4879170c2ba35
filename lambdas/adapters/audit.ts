import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import * as z from 'zod';
import { Person } from '../../domain/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';

const Stored = z.object({
  at: z.string(),
  runId: z.string(),
  what: z.string(),
  by: Person.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** Append-only: an entry is never written over. */
export const auditIn = (client: DynamoDBDocumentClient, table: string): Audit => ({
  append: async (entry) => {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { pk: `R#${entry.runId}`, sk: `AUDIT#${entry.at}#${ulid()}`, ...entry },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  },
  ofRun: async (runId) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audit)',
        ExpressionAttributeValues: { ':pk': `R#${runId}`, ':audit': 'AUDIT#' },
      }),
    );
    return Items.map((item) => Stored.parse(item));
  },
});
