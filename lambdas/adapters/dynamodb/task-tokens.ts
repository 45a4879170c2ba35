import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { DeleteCommand, GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { openRuns } from './open-runs.ts';

const Stored = z.object({ token: z.instanceof(Uint8Array) });

/** The open task token of each run: encrypted, replaced on each entry to a gate, forgotten when it was answered. */
export type TaskTokens = {
  keep(runId: string, token: string): Promise<void>;
  read(runId: string): Promise<string | undefined>;
  forget(runId: string): Promise<void>;
  /** Runs whose token was not forgotten. */
  open(): Promise<string[]>;
};

const key = (runId: string) => ({ pk: `R#${runId}`, sk: 'TOKEN' });

/** Bound to its run: a token copied to another run's item does not decrypt. */
const context = (runId: string) => ({ runId });

export const taskTokensIn = (
  client: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  keyId: string,
): TaskTokens => ({
  keep: async (runId, token) => {
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: keyId, Plaintext: Buffer.from(token), EncryptionContext: context(runId) }),
    );
    await client.send(
      new PutCommand({ TableName: table, Item: { ...key(runId), token: CiphertextBlob, openRun: 'GATE', gsk: runId } }),
    );
  },
  read: async (runId) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key(runId), ConsistentRead: true }));
    if (!Item) return undefined;
    const { Plaintext } = await kms.send(
      new DecryptCommand({
        KeyId: keyId,
        CiphertextBlob: Stored.parse(Item).token,
        EncryptionContext: context(runId),
      }),
    );
    return Plaintext && Buffer.from(Plaintext).toString('utf8');
  },
  forget: async (runId) => {
    await client.send(new DeleteCommand({ TableName: table, Key: key(runId) }));
  },
  open: () => openRuns(client, table, 'GATE'),
});
