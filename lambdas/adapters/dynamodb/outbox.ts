import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '../../../domain/people/ports/outbox.ts';
import { holds } from './conditional.ts';
import { runIds } from './open-runs.ts';
import { runKey } from './runs.ts';
import { lifeKey } from './series-lives.ts';

/** They are in the sparse index `untoldRuns` by the very writes that keep what is to be published. */
export const outboxIn = (client: DynamoDBDocumentClient, table: string): Outbox => ({
  series: async () => runIds(client, table, { index: 'untoldRuns', of: 'SERIES' }),
  // The run stays in the index: people may be told of it yet (notices.ts).
  emptyRun: async ({ id, version }) => {
    await holds(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: runKey(id),
          UpdateExpression: 'REMOVE doc.unpublished',
          ConditionExpression: 'version = :read',
          ExpressionAttributeValues: { ':read': version },
        }),
      ),
    );
  },
  emptySeries: async (campaignId, { revision }) => {
    await holds(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: lifeKey(campaignId),
          UpdateExpression: 'REMOVE doc.unpublished, untoldRun',
          ConditionExpression: 'revision = :read',
          ExpressionAttributeValues: { ':read': revision },
        }),
      ),
    );
  },
});
