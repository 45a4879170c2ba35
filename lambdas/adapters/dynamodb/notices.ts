import { randomUUID } from 'node:crypto';
import { DeleteCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { Notices, Telling } from '../../../domain/people/ports/notices.ts';
import { holds } from './conditional.ts';
import { runIds } from './open-runs.ts';
import { runKey } from './runs.ts';

const keyOf = ({ campaignId, event, sub }: Telling) => ({ pk: `TOLD#${campaignId}`, sk: `${event}#${sub}` });

/** Longer than anything is news (lambdas/people/tell-people.ts). */
const KEPT_SECONDS = 30 * 86_400;

/** The sparse index `untoldRuns`, which a run enters with each write of a state that is told (runs.ts). */
export const noticesIn = (client: DynamoDBDocumentClient, table: string, clock: Clock): Notices => ({
  untold: async () => runIds(client, table, { index: 'untoldRuns', of: 'RUN' }),
  markTold: async ({ id, version }) => {
    await holds(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: runKey(id),
          UpdateExpression: 'REMOVE untoldRun',
          // Who tells systems has not been there yet, or comes back (outbox.ts).
          ConditionExpression: 'version = :told AND attribute_not_exists(doc.unpublished)',
          ExpressionAttributeValues: { ':told': version },
        }),
      ),
    );
  },
  claim: async (told) => {
    // By its holder a claim whose answer was lost is known as one's own (own-writes.ts).
    const Item = { ...keyOf(told), holder: randomUUID(), ttl: Math.floor(clock() / 1000) + KEPT_SECONDS };
    return holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item,
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  },
  release: async (told) => {
    await client.send(new DeleteCommand({ TableName: table, Key: keyOf(told) }));
  },
});
