import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { paginateQuery, TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Profiles } from '../../domain/ports/profiles.ts';

const OptOut = z.object({ sk: z.string() });

export const profileKey = (id: string) => ({ pk: `P#${id}`, sk: 'PROFILE' });

const dayOf = (at: string): string => at.slice(0, 10);

const daysBetween = (since: string, until: string): string[] => {
  const days: string[] = [];
  for (let day = Date.parse(dayOf(since)); day <= Date.parse(until); day += 86_400_000)
    days.push(dayOf(new Date(day).toISOString()));
  return days;
};

const optOut = async (
  client: DynamoDBDocumentClient,
  table: string,
  mark: { id: string; at: string; source: string },
): Promise<void> => {
  const { id, at, source } = mark;
  try {
    await client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: table,
              Key: profileKey(id),
              UpdateExpression: 'SET doc.optedOut = :mark',
              ConditionExpression:
                'attribute_exists(pk) AND attribute_not_exists(doc.optedOut) AND (attribute_not_exists(doc.optedInAt) OR doc.optedInAt < :at)',
              ExpressionAttributeValues: { ':mark': { at, source }, ':at': at },
            },
          },
          { Put: { TableName: table, Item: { pk: `OPTOUT#${dayOf(at)}`, sk: `${at}#${id}` } } },
        ],
      }),
    );
  } catch (error) {
    // Opted out already, back since then, or erased meanwhile: what was asked for is the case.
    if (!(error instanceof TransactionCanceledException)) throw error;
  }
};

/** Opt-outs stand in the profile, and in a feed by day that running sends read instead of every profile. */
export const optOutsIn = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Profiles, 'optOut' | 'optIn' | 'optedOutSince'> => ({
  optOut: (id, at, source) => optOut(client, table, { id, at, source }),
  optIn: async (id, at) => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: profileKey(id),
        UpdateExpression: 'SET doc.optedInAt = :at REMOVE doc.optedOut',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': at },
      }),
    );
  },
  optedOutSince: async (since, until) => {
    const ids = new Set<string>();
    for (const day of daysBetween(since, until)) {
      const query = {
        TableName: table,
        KeyConditionExpression: 'pk = :day AND sk >= :since',
        ExpressionAttributeValues: { ':day': `OPTOUT#${day}`, ':since': since },
        ConsistentRead: true,
      };
      for await (const { Items = [] } of paginateQuery({ client }, query)) {
        for (const item of Items) ids.add(OptOut.parse(item).sk.split('#')[1] ?? '');
      }
    }
    return ids;
  },
});
