import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { UnreachedMails } from '../../../domain/track/ports/unreached.ts';
import { Unreached } from '../../../domain/track/unreached.ts';
import { queryAll } from './query-all.ts';
import { readableByKey } from './readable.ts';
import { secondsAfter } from './time-to-live.ts';

const partitionOf = (runId: string): string => `UNREACHED#${runId}`;

/** Beside the events of the run's messages. */
export const unreachedMailsIn = (client: DynamoDBDocumentClient, table: string, keptDays: number): UnreachedMails => ({
  keep: async (runId, unreached, at) => {
    const { mail, sub, domain } = unreached;
    const ttl = secondsAfter(at, keptDays);
    const Item = { pk: partitionOf(runId), sk: `${mail}#${sub ?? domain}`, ...unreached, ttl };
    await client.send(new PutCommand({ TableName: table, Item }));
  },
  of: async (runId) =>
    readableByKey(await queryAll(client, { table, pk: partitionOf(runId), prefix: '' }), Unreached).items,
});
