import { GetCommand, QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { lifeEntryOf } from '../../../domain/model/campaign-entry.ts';
import type { Series } from '../../../domain/schedule/ports/series.ts';
import { LastBegun, lastItem, lastKey } from './begun-runs.ts';
import { campaignKey, campaignPart, ListedCampaign, listedCampaign, SERIES_PART } from './campaign-item.ts';
import { holdsAlone } from './conditional.ts';
import { entriesIn, listed } from './list-entries.ts';
import { lifeKey, StoredLife } from './series-lives.ts';

const CampaignId = z.object({ gsk: z.string() });

/** An entry that has the date of its campaign. */
const DATED = '"onDate":';
/** Of a campaign that cannot be read. */
const UNREADABLE = '{}';

/** From an index of whole campaigns, which is asked once an hour. Entries that were written before have no date. */
const unlisted = async (client: DynamoDBDocumentClient, table: string): Promise<string[]> => {
  const ids: string[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byList',
        KeyConditionExpression: 'gpk = :gpk',
        FilterExpression:
          'attribute_not_exists(listed) OR (doc.schedule.#mode = :onDate AND NOT contains(#entry, :dated) AND #entry <> :unreadable)',
        ExpressionAttributeNames: { '#mode': 'mode', '#entry': 'entry' },
        ProjectionExpression: 'gsk',
        ExpressionAttributeValues: {
          ':gpk': 'CAMPAIGNS',
          ':onDate': 'onDate',
          ':dated': DATED,
          ':unreadable': UNREADABLE,
        },
        ExclusiveStartKey: start,
      }),
    );
    ids.push(...Items.map((item) => CampaignId.parse(item).gsk));
    start = LastEvaluatedKey;
  } while (start);
  return ids;
};

/** Recurring campaigns in DynamoDB: found by their entries in the index of lists. */
export const seriesIn = (client: DynamoDBDocumentClient, table: string): Series => {
  const entriesOf = entriesIn(client, table);
  const read = async (Key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;

  /** What was written meanwhile has its entry. `known`: the one that it had. */
  const add = async (
    Key: { pk: string; sk: string },
    entry: { listed: string; entry: string; gsk: string },
    known: unknown = '',
  ) =>
    holdsAlone(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key,
          UpdateExpression: 'SET listed = :listed, #entry = :entry, gsk = :gsk',
          ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(listed) OR #entry = :known)',
          ExpressionAttributeNames: { '#entry': 'entry' },
          ExpressionAttributeValues: {
            ':listed': entry.listed,
            ':entry': entry.entry,
            ':gsk': entry.gsk,
            ':known': known,
          },
        }),
      ),
    );

  return {
    ids: async () => (await entriesOf(SERIES_PART)).filter(({ sk }) => sk === 'CAMPAIGN').map(({ gsk }) => gsk),
    unlisted: async () => unlisted(client, table),
    list: async (id) => {
      const [campaign, life, last] = await Promise.all(
        [campaignKey, lifeKey, lastKey].map(async (key) => read(key(id))),
      );
      if (life) await add(lifeKey(id), { gsk: id, ...listed(SERIES_PART, lifeEntryOf(StoredLife.parse(life).doc)) });
      if (last) await add(lastKey(id), lastItem({ id: LastBegun.parse(last).runId, campaignId: id }));
      // Last: as long as it has none, all of this is done again. One that cannot be read is listed as that.
      const known = ListedCampaign.safeParse(campaign);
      const entry = known.success ? listedCampaign(known.data.doc) : listed(campaignPart(id), {});
      await add(campaignKey(id), { gsk: id, ...entry }, campaign?.['entry']);
    },
  };
};
