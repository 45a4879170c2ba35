import { GetCommand, TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Archived } from '../../../domain/model/archived.ts';
import type { CampaignSummary } from '../../../domain/model/campaign-summary.ts';
import type { ArchivedCampaigns } from '../../../domain/ports/campaigns.ts';
import { lastKey } from './begun-runs.ts';
import { campaignKey, labelledAs, ListedCampaign, listedCampaign } from './campaign-item.ts';
import { holdsAlone, holdsTogether } from './conditional.ts';
import { lifeKey } from './series-lives.ts';

/** The entry of the list is written with it, and so on the condition that what else is in it is as it was read. */
const archiving = (campaign: CampaignSummary, archived: Archived | undefined) => {
  const { listed, entry } = listedCampaign({ ...campaign, archived });
  const labelled = labelledAs(campaign);
  return {
    UpdateExpression: `SET #listed = :listed, #entry = :entry${archived ? ', #doc.#archived = :archived' : ' REMOVE #doc.#archived'}`,
    ConditionExpression: `#version = :version AND ${labelled.condition}`,
    ExpressionAttributeNames: {
      '#doc': 'doc',
      '#archived': 'archived',
      '#version': 'version',
      '#listed': 'listed',
      '#entry': 'entry',
    },
    ExpressionAttributeValues: {
      ':version': campaign.version,
      ':listed': listed,
      ':entry': entry,
      ...labelled.values,
      ...(archived && { ':archived': archived }),
    },
  };
};

/** Of one that is archived too. */
const labelling = (campaign: CampaignSummary, labels: readonly string[]) => {
  const { listed, entry } = listedCampaign({ ...campaign, labels: [...labels] });
  const labelled = labelledAs(campaign);
  const archived = campaign.archived ? 'attribute_exists(doc.archived)' : 'attribute_not_exists(doc.archived)';
  return {
    UpdateExpression: 'SET doc.labels = :labels, listed = :listed, #entry = :entry',
    // After a lost answer the SDK asks again: then the entry, which has them too, is what it is to be.
    ConditionExpression: `version = :version AND ${archived} AND (${labelled.condition} OR #entry = :entry)`,
    ExpressionAttributeNames: { '#entry': 'entry' },
    ExpressionAttributeValues: {
      ':version': campaign.version,
      ':labels': labels,
      ':listed': listed,
      ':entry': entry,
      ...labelled.values,
    },
  };
};

/** Puts campaigns away. One is removed only while no run of it was ever begun, and none begins for one that is gone. */
export const archivedCampaignsIn = (client: DynamoDBDocumentClient, table: string): ArchivedCampaigns => ({
  summary: async (id) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: campaignKey(id), ConsistentRead: true }),
    );
    return Item && ListedCampaign.parse(Item).doc;
  },
  archive: (campaign, archived) =>
    holdsAlone(
      client.send(
        new UpdateCommand({ TableName: table, Key: campaignKey(campaign.id), ...archiving(campaign, archived) }),
      ),
    ),
  label: (campaign, labels) =>
    holdsAlone(
      client.send(
        new UpdateCommand({ TableName: table, Key: campaignKey(campaign.id), ...labelling(campaign, labels) }),
      ),
    ),
  remove: (id, version) =>
    holdsTogether(
      client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Delete: {
                TableName: table,
                Key: campaignKey(id),
                ConditionExpression: 'version = :version',
                ExpressionAttributeValues: { ':version': version },
              },
            },
            {
              Delete: {
                TableName: table,
                Key: lifeKey(id),
                ConditionExpression: 'attribute_not_exists(pk) OR #doc.#state IN (:draft, :ended)',
                ExpressionAttributeNames: { '#doc': 'doc', '#state': 'state' },
                ExpressionAttributeValues: { ':draft': 'draft', ':ended': 'ended' },
              },
            },
            {
              ConditionCheck: { TableName: table, Key: lastKey(id), ConditionExpression: 'attribute_not_exists(pk)' },
            },
          ],
        }),
      ),
    ),
});
