import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Campaign, type Refused } from '../../../domain/model/campaign.ts';
import { PathId } from '../../../domain/http/path-id.ts';
import type { Campaigns, ConfirmedCampaigns, RefusedCampaigns } from '../../../domain/ports/campaigns.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { holds } from './conditional.ts';
import { cursorOf, keyOf } from './cursor.ts';
import { readable } from './readable.ts';

const Stored = z.object({ doc: Campaign });

const itemOf = (campaign: Campaign) => ({
  pk: `C#${campaign.id}`,
  sk: 'CAMPAIGN',
  gpk: 'CAMPAIGNS',
  gsk: campaign.id,
  version: campaign.version,
  doc: campaign,
});

/** Where a page of the list ends. */
const LastKey = z
  .strictObject({ pk: z.string(), sk: z.literal('CAMPAIGN'), gpk: z.literal('CAMPAIGNS'), gsk: PathId })
  .refine(({ pk, gsk }) => pk === `C#${gsk}`);

/** An edit that read before this write puts the campaign back without it, as a version that nobody confirmed. */
const markRefused = async (
  client: DynamoDBDocumentClient,
  table: string,
  id: string,
  refused: Refused,
): Promise<void> => {
  await holds(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: `C#${id}`, sk: 'CAMPAIGN' },
        UpdateExpression: 'SET #doc.#refused = :refused',
        ConditionExpression: '#doc.#version = :version',
        ExpressionAttributeNames: { '#doc': 'doc', '#refused': 'refused', '#version': 'version' },
        ExpressionAttributeValues: { ':refused': refused, ':version': refused.version },
      }),
    ),
  );
};

/** Campaigns in DynamoDB, listed by an index in the order of their ids (ULID: by creation). */
export const campaignsIn = (
  client: DynamoDBDocumentClient,
  table: string,
): Campaigns & ConfirmedCampaigns & RefusedCampaigns => ({
  get: async (id) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: `C#${id}`, sk: 'CAMPAIGN' }, ConsistentRead: true }),
    );
    return Item && Stored.parse(Item).doc;
  },
  list: async ({ cursor, limit }) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byList',
        KeyConditionExpression: 'gpk = :gpk',
        ExpressionAttributeValues: { ':gpk': 'CAMPAIGNS' },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: keyOf(cursor, LastKey),
      }),
    );
    return { ...readable(Items, Stored), cursor: cursorOf(LastEvaluatedKey) };
  },
  create: async (campaign) => {
    await client.send(
      new PutCommand({ TableName: table, Item: itemOf(campaign), ConditionExpression: 'attribute_not_exists(pk)' }),
    );
  },
  replace: async (campaign) => {
    const replaced = await holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(campaign),
          ConditionExpression: 'version = :read',
          ExpressionAttributeValues: { ':read': campaign.version - 1 },
        }),
      ),
    );
    if (!replaced)
      throw new Problem(
        'conflict',
        'Somebody else changed this campaign meanwhile.',
        'Load it again and repeat the change.',
        { cause: 'campaignChanged' },
      );
  },
  // An edit that read before this write puts the campaign back without it: then it asks once more.
  markConfirmed: async (id, confirmed) => {
    await holds(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: `C#${id}`, sk: 'CAMPAIGN' },
          UpdateExpression: 'SET #doc.#confirmed = :confirmed',
          ConditionExpression:
            'attribute_exists(pk) AND (attribute_not_exists(#doc.#confirmed) OR #doc.#confirmed.#version < :version OR (#doc.#confirmed.#version = :version AND #doc.#confirmed.#at < :at))',
          ExpressionAttributeNames: { '#doc': 'doc', '#confirmed': 'confirmed', '#version': 'version', '#at': 'at' },
          ExpressionAttributeValues: { ':confirmed': confirmed, ':version': confirmed.version, ':at': confirmed.at },
        }),
      ),
    );
  },
  markRefused: (id, refused) => markRefused(client, table, id, refused),
});
