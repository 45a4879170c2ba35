import { GetCommand, PutCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Recounts } from '../../../domain/kpi/ports/recounts.ts';
import { Recount } from '../../../domain/model/recount.ts';
import { holdsAlone, holdsTogether } from './conditional.ts';
import { addToCounters } from './counter-shards.ts';

const Stored = z.object({ doc: Recount });

const keyOf = (runId: string) => ({ pk: `R#${runId}`, sk: 'RECOUNT' });

const putOf = (table: string, recount: Recount) => ({
  TableName: table,
  Item: { ...keyOf(recount.runId), version: recount.version, doc: recount },
  ...(recount.version === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': recount.version - 1 } }),
});

/** The last recount of each run, beside the run; the next one takes its place. */
export const recountsIn = (client: DynamoDBDocumentClient, tables: { campaigns: string; kpis: string }): Recounts => ({
  get: async (runId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tables.campaigns, Key: keyOf(runId), ConsistentRead: true }),
    );
    return Item && Stored.parse(Item).doc;
  },
  replace: async (recount) => holdsAlone(client.send(new PutCommand(putOf(tables.campaigns, recount)))),
  mend: async (recount, delta) => {
    const counters = addToCounters(tables.kpis, recount.runId, delta).map((Update) => ({ Update }));
    const writes = [{ Put: putOf(tables.campaigns, recount) }, ...counters];
    return holdsTogether(client.send(new TransactWriteCommand({ TransactItems: writes })));
  },
});
