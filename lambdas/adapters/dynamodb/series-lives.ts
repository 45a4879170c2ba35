import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { SeriesLife } from '../../../domain/model/series-life.ts';
import type { SeriesLives } from '../../../domain/ports/series-lives.ts';
import { lifeEntryOf } from '../../../domain/model/campaign-entry.ts';
import { SERIES_PART } from './campaign-item.ts';
import { holdsAlone } from './conditional.ts';
import { listed } from './list-entries.ts';

export const StoredLife = z.object({ doc: SeriesLife });

export const lifeKey = (campaignId: string) => ({ pk: `C#${campaignId}`, sk: 'SERIES' });

export const lifeItem = (campaignId: string, life: SeriesLife) => ({
  ...lifeKey(campaignId),
  gsk: campaignId,
  ...listed(SERIES_PART, lifeEntryOf(life)),
  revision: life.revision,
  untoldRun: life.unpublished?.[0] && 'SERIES',
  doc: life,
});

/** Beside the campaign's item, which an edit replaces. */
export const seriesLivesIn = (client: DynamoDBDocumentClient, table: string): SeriesLives => ({
  get: async (campaignId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: lifeKey(campaignId), ConsistentRead: true }),
    );
    return Item && StoredLife.parse(Item).doc;
  },
  // A run that is just beginning looks at it in its transaction.
  replace: (campaignId, life) =>
    holdsAlone(
      client.send(
        new PutCommand({
          TableName: table,
          Item: lifeItem(campaignId, life),
          ...(life.revision === 1
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'revision = :read',
                ExpressionAttributeValues: { ':read': life.revision - 1 },
              }),
        }),
      ),
    ),
});
