import { UpdateCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Campaign } from '../../domain/model/campaign.ts';
import { SeriesView } from '../../domain/model/series-view.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import type { World } from './world.ts';

const table = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(testSettings)));

/** A series that was armed at the beginning of the year: starts that have come are its own, and no test waits for one. */
export const armed = async ({ preparer, outputs }: World, campaign: Campaign): Promise<Campaign> => {
  await preparer.post(`/campaigns/${campaign.id}/series/arm`, {}, SeriesView);
  await table.send(
    new UpdateCommand({
      TableName: outputs.CampaignsTable,
      Key: { pk: `C#${campaign.id}`, sk: 'SERIES' },
      UpdateExpression: 'SET #doc.#since = :since',
      ExpressionAttributeNames: { '#doc': 'doc', '#since': 'since' },
      ExpressionAttributeValues: { ':since': '2026-01-01T00:00:00.000Z' },
    }),
  );
  return campaign;
};
