import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { MachineList } from '../../../domain/people/machine.ts';
import type { Machines, RequestCounts } from '../../../domain/people/ports/machines.ts';
import { WINDOW_S } from '../../../domain/people/request-limit.ts';
import { holds } from './conditional.ts';

const key = { pk: 'MACHINES', sk: 'ALL' };
const Stored = z.object({ doc: MachineList });

/** One item with all machines: each request of one reads it, so that what was revoked is over at once. */
export const machinesIn = (client: DynamoDBDocumentClient, table: string): Machines => ({
  read: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item ? Stored.parse(Item).doc : { revision: 0, machines: [] };
  },
  write: async (next) =>
    holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...key, revision: next.revision, doc: next },
          ConditionExpression: next.revision === 1 ? 'attribute_not_exists(pk)' : 'revision = :read',
          ...(next.revision > 1 && { ExpressionAttributeValues: { ':read': next.revision - 1 } }),
        }),
      ),
    ),
});

const Counted = z.object({ used: z.number() });

/** An item for each machine and minute, which DynamoDB deletes. */
export const requestCountsIn = (client: DynamoDBDocumentClient, table: string): RequestCounts => ({
  add: async (machine, window, requests) => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: `REQUESTS#${machine}`, sk: String(window) },
        UpdateExpression: 'ADD #used :requests SET #ttl = :ttl',
        ExpressionAttributeNames: { '#used': 'used', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':requests': requests, ':ttl': window + 2 * WINDOW_S },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Counted.parse(Attributes).used;
  },
});
