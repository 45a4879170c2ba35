import { DeleteCommand, GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import * as z from 'zod';
import { addCounters, counterNames, zeroCounters, type Counters } from '../../../domain/model/figures.ts';
import {
  BreakdownItem,
  breakdownItem,
  KpiItem,
  kpiItems,
  kpiPartition,
  ProfilesItem,
  profilesItem,
  profilesKey,
} from '../../../domain/kpi/kpi-table.ts';
import type { Kpis } from '../../../domain/ports/kpis.ts';
import { holds } from './conditional.ts';
import { queryAll } from './query-all.ts';

/** A mark that says nothing says at least that its run changed. */
const Mark = z.object({ sk: z.string(), mark: z.string().catch('') });
const Hour = z.object({ at: z.string() });
const Count = z.number().default(0);

const countersFrom = (item: Record<string, unknown>): Counters => {
  const counters = zeroCounters();
  for (const name of counterNames) counters[name] = Count.parse(item[name]);
  return counters;
};

const hourKey = { pk: 'HOURLY', sk: 'LATEST' };
const changedKey = (runId: string) => ({ pk: 'CHANGED', sk: runId });

/**
 * The aggregates: counters, published figures, and marks of what changed since. No personal data. What was published is
 * derived from the rest, so an item that cannot be read is as good as none.
 */
export const kpisIn = (client: DynamoDBDocumentClient, table: string): Kpis => ({
  counters: async (runId) => {
    const items = await queryAll(client, { table, pk: kpiPartition(runId), prefix: 'COUNTER#' });
    return items.map(countersFrom).reduce((sum, shard) => addCounters(sum, shard), zeroCounters());
  },
  markChanged: async (runId) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...changedKey(runId), mark: ulid() } }));
  },
  changed: async () => {
    const items = await queryAll(client, { table, pk: 'CHANGED', prefix: '' });
    return items.map((item) => Mark.parse(item)).map(({ sk, mark }) => ({ runId: sk, mark }));
  },
  clearChanged: async (runId, mark) => {
    const condition = { ConditionExpression: 'mark = :mark', ExpressionAttributeValues: { ':mark': mark } };
    await holds(client.send(new DeleteCommand({ TableName: table, Key: changedKey(runId), ...condition })));
  },
  publish: async (figures) => {
    for (const item of kpiItems(figures)) await client.send(new PutCommand({ TableName: table, Item: item }));
  },
  noteHour: async (at) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...hourKey, at } }));
  },
  lastHour: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: hourKey }));
    return Item && Hour.parse(Item).at;
  },
  latest: async (runId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: kpiPartition(runId), sk: 'KPI#LATEST' } }),
    );
    return KpiItem.safeParse(Item).data?.figures;
  },
  publishBreakdown: async (breakdown) => {
    await client.send(new PutCommand({ TableName: table, Item: breakdownItem(breakdown) }));
  },
  breakdown: async (runId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: kpiPartition(runId), sk: 'BREAKDOWN#LATEST' } }),
    );
    return BreakdownItem.safeParse(Item).data?.breakdown;
  },
  publishProfiles: async (profiles) => {
    await client.send(new PutCommand({ TableName: table, Item: profilesItem(profiles) }));
  },
  profiles: async (campaignId) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: profilesKey(campaignId) }));
    return ProfilesItem.safeParse(Item).data?.profiles;
  },
  series: async (runId) => {
    const items = await queryAll(client, { table, pk: kpiPartition(runId), prefix: 'KPI#2' });
    return items.flatMap((item) => KpiItem.safeParse(item).data?.figures ?? []);
  },
});
