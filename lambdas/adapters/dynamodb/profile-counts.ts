import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ProfileCounts } from '../../../domain/kpi/ports/profile-counts.ts';
import { ProfileCount } from '../../../domain/model/profile-count.ts';
import { holds } from './conditional.ts';

const Stored = z.object({ doc: ProfileCount });

const keyOf = (campaignId: string) => ({ pk: `C#${campaignId}`, sk: 'PROFILES' });

/** The last count of each campaign's distinct profiles, beside the campaign; the next one takes its place. */
export const profileCountsIn = (client: DynamoDBDocumentClient, table: string): ProfileCounts => ({
  get: async (campaignId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(campaignId), ConsistentRead: true }),
    );
    return Item && Stored.parse(Item).doc;
  },
  replace: async (count) =>
    holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...keyOf(count.campaignId), version: count.version, doc: count },
          ...(count.version === 1
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': count.version - 1 } }),
        }),
      ),
    ),
});
