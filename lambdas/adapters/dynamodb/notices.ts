import {
  DeleteCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Notices, Telling } from '../../../domain/people/ports/notices.ts';
import { holds } from './conditional.ts';
import { runKey } from './runs.ts';

const RunId = z.object({ gsk: z.string() });

const keyOf = ({ campaignId, event, sub }: Telling) => ({ pk: `TOLD#${campaignId}`, sk: `${event}#${sub}` });

/** As many as one look mails at most; the next minute takes the others. */
const AT_ONCE = 50;

/** The sparse index `untoldRuns`, which a run enters with each write of a state that is told (runs.ts). */
export const noticesIn = (client: DynamoDBDocumentClient, table: string): Notices => ({
  untold: async () => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'untoldRuns',
        KeyConditionExpression: 'untoldRun = :run',
        ExpressionAttributeValues: { ':run': 'RUN' },
        Limit: AT_ONCE,
      }),
    );
    return Items.map((item) => RunId.parse(item).gsk);
  },
  markTold: async ({ id, version }) => {
    await holds(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: runKey(id),
          UpdateExpression: 'REMOVE untoldRun',
          ConditionExpression: 'version = :told',
          ExpressionAttributeValues: { ':told': version },
        }),
      ),
    );
  },
  claim: async (told) =>
    holds(
      client.send(
        new PutCommand({ TableName: table, Item: keyOf(told), ConditionExpression: 'attribute_not_exists(pk)' }),
      ),
    ),
  release: async (told) => {
    await client.send(new DeleteCommand({ TableName: table, Key: keyOf(told) }));
  },
});
