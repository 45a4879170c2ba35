import {
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type PutCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Campaign, Refused } from '../../../domain/model/campaign.ts';
import type { Campaigns, ConfirmedCampaigns, RefusedCampaigns } from '../../../domain/ports/campaigns.ts';
import type { Contents } from '../../../domain/ports/contents.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { campaignItem, contentIn, labelledAs, StoredCampaign, storedContent } from './campaign-item.ts';
import { holds } from './conditional.ts';

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

const stored = async (client: DynamoDBDocumentClient, table: string, id: string) => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: { pk: `C#${id}`, sk: 'CAMPAIGN' }, ConsistentRead: true }),
  );
  return Item && StoredCampaign.parse(Item).doc;
};

/** Campaigns in DynamoDB. What they say is not read. */
export const campaignsIn = (client: DynamoDBDocumentClient, table: string): ConfirmedCampaigns & RefusedCampaigns => ({
  get: async (id) => stored(client, table, id),
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

/** Campaigns with what they say: the content first, so that no item names one that is not there. */
export const campaignsWithContentIn = (
  client: DynamoDBDocumentClient,
  table: string,
  contents: Contents,
): Campaigns => {
  const put = async (
    campaign: Campaign,
    condition: Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>,
  ) => {
    const { sha256, text } = storedContent(campaign.content);
    await contents.keep(sha256, text);
    await client.send(new PutCommand({ TableName: table, Item: campaignItem(campaign), ...condition }));
  };
  return {
    ...campaignsIn(client, table),
    withContent: async (id) => {
      const campaign = await stored(client, table, id);
      if (!campaign) return undefined;
      const { content, ...settings } = campaign;
      if (!('sha256' in content)) return { ...settings, content };
      return { ...settings, content: contentIn(await contents.get(content.sha256), content.sha256) };
    },
    create: async (campaign) => put(campaign, { ConditionExpression: 'attribute_not_exists(pk)' }),
    replace: async (campaign) => {
      const labelled = labelledAs(campaign);
      const condition = {
        // Who archived or labelled it did not raise its version.
        ConditionExpression: `version = :read AND attribute_not_exists(doc.archived) AND ${labelled.condition}`,
        ExpressionAttributeValues: { ':read': campaign.version - 1, ...labelled.values },
      };
      if (await holds(put(campaign, condition))) return;
      throw new Problem(
        'conflict',
        'Somebody else changed this campaign meanwhile.',
        'Load it again and repeat the change.',
        { cause: 'campaignChanged' },
      );
    },
  };
};
