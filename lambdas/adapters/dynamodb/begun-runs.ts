import { GetCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { BegunRuns } from '../../../domain/schedule/ports/begun-runs.ts';
import type { Run } from '../../../domain/model/run.ts';
import { campaignPart } from './campaign-item.ts';
import { holdsTogether } from './conditional.ts';
import { listed } from './list-entries.ts';
import { lifeKey } from './series-lives.ts';
import { decidable, runItem, runKey } from './runs.ts';

export const LastBegun = z.object({ runId: z.string() });

export const lastKey = (campaignId: string) => ({ pk: `C#${campaignId}`, sk: 'LASTRUN' });

export const lastItem = ({ id: runId, campaignId }: Pick<Run, 'id' | 'campaignId'>) => ({
  ...lastKey(campaignId),
  gsk: campaignId,
  ...listed(campaignPart(campaignId), { runId }),
  runId,
});

/** The series is as it was when the start was decided: nobody paused or ended it since. */
const asItWas = (campaignId: string, revision: number) => ({
  Key: lifeKey(campaignId),
  ...(revision === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } }),
});

/** Nobody deleted the campaign meanwhile. */
const isThere = (campaignId: string) => ({
  Key: { pk: `C#${campaignId}`, sk: 'CAMPAIGN' },
  ConditionExpression: 'attribute_exists(pk)',
});

/** Beside the campaign's item, which an edit replaces. Nothing takes the note back: a run that has ended is in nobody's way. */
export const begunRunsIn = (client: DynamoDBDocumentClient, table: string): BegunRuns => {
  const read = async (Key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item;
  };
  return {
    last: async (campaignId) => {
      const note = await read(lastKey(campaignId));
      if (!note) return {};
      const { runId } = LastBegun.parse(note);
      const item = await read(runKey(runId));
      return { id: runId, run: item && decidable([item])[0] };
    },
    begin: (run, { after, life }) =>
      holdsTogether(
        client.send(
          new TransactWriteCommand({
            TransactItems: [
              ...(life === undefined
                ? []
                : [{ ConditionCheck: { TableName: table, ...asItWas(run.campaignId, life) } }]),
              { ConditionCheck: { TableName: table, ...isThere(run.campaignId) } },
              { Put: { TableName: table, Item: runItem(run), ConditionExpression: 'attribute_not_exists(pk)' } },
              {
                Put: {
                  TableName: table,
                  Item: lastItem(run),
                  ConditionExpression: after === undefined ? 'attribute_not_exists(pk)' : 'runId = :after',
                  ...(after !== undefined && { ExpressionAttributeValues: { ':after': after } }),
                },
              },
            ],
          }),
        ),
      ),
  };
};
