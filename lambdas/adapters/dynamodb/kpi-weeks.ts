import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { kpiPartition, WeekItem, weekKey } from '../../../domain/kpi/kpi-table.ts';
import { MOST_WEEKS } from '../../../domain/kpi/api.ts';
import type { Weeks } from '../../../domain/kpi/ports/weeks.ts';
import { addCounts, noCounts } from '../../../domain/kpi/weeks.ts';
import { CountedRun, WeekBacklog, WeekCounts, weekCountNames } from '../../../domain/model/week-counts.ts';
import { holdsTogether } from './conditional.ts';
import { querySome } from './query-some.ts';

const Stored = z.object({ doc: CountedRun });
const StoredBacklog = z.object({ doc: WeekBacklog });

const countedKey = (runId: string) => ({ pk: kpiPartition(runId), sk: 'WEEK' });
const backlogKey = { pk: 'HOURLY', sk: 'WEEKS' };

const putCounted = (table: string, runId: string, now: CountedRun) => ({
  TableName: table,
  Item: { ...countedKey(runId), version: now.version, doc: now },
  ...(now.version === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': now.version - 1 } }),
});

/** All counts, zeros too: an item of a week has each of them. */
const addToWeek = (table: string, week: string, delta: WeekCounts) => ({
  TableName: table,
  Key: weekKey(week),
  UpdateExpression: `ADD ${weekCountNames.map((name) => `#${name} :${name}`).join(', ')}`,
  ExpressionAttributeNames: Object.fromEntries(weekCountNames.map((name) => [`#${name}`, name])),
  ExpressionAttributeValues: Object.fromEntries(weekCountNames.map((name) => [`:${name}`, delta[name]])),
});

/** Sums by week, beside the figures of the runs that they are of. No personal data. */
export const weeksIn = (client: DynamoDBDocumentClient, table: string): Weeks => ({
  counted: async (runId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: countedKey(runId), ConsistentRead: true }),
    );
    return Item && Stored.parse(Item).doc;
  },
  count: async (runId, now, before) => {
    const delta = addCounts(now.counts, before?.counts ?? noCounts(), -1);
    const writes = [{ Put: putCounted(table, runId, now) }, { Update: addToWeek(table, now.week, delta) }];
    return holdsTogether(client.send(new TransactWriteCommand({ TransactItems: writes })));
  },
  between: async (first, last) => {
    const query = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': weekKey(first).pk, ':first': first, ':last': last },
    };
    const { items } = await querySome((page) => client.send(new QueryCommand({ ...query, ...page })), MOST_WEEKS);
    return new Map(items.map((item) => WeekItem.parse(item)).map((item) => [item.sk, WeekCounts.parse(item)]));
  },
  backlog: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: backlogKey }));
    return Item && StoredBacklog.parse(Item).doc;
  },
  keepBacklog: async (backlog) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...backlogKey, doc: backlog } }));
  },
});
