import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Series } from '../../../domain/schedule/ports/series.ts';

const CampaignId = z.object({ gsk: z.string() });

/** Recurring campaigns in DynamoDB: found by the index of campaigns, of which only ids are read. */
export const seriesIn = (client: DynamoDBDocumentClient, table: string): Series => ({
  ids: async () => {
    const ids: string[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'byList',
          KeyConditionExpression: 'gpk = :gpk',
          FilterExpression: 'doc.schedule.#mode = :recurring',
          ProjectionExpression: 'gsk',
          ExpressionAttributeNames: { '#mode': 'mode' },
          ExpressionAttributeValues: { ':gpk': 'CAMPAIGNS', ':recurring': 'recurring' },
          ExclusiveStartKey: start,
        }),
      );
      ids.push(...Items.map((item) => CampaignId.parse(item).gsk));
      start = LastEvaluatedKey;
    } while (start);
    return ids;
  },
});
