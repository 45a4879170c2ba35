import { addressKey } from '../../domain/model/address.ts';
import { Chunk, chunkKey, recipientAt } from '../../domain/model/manifest.ts';
import { chunkOf } from '../../domain/model/message.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';

export type MessageAddressPorts = { runs: Pick<Runs, 'get'>; content: Pick<ContentStore, 'get'> };

/** Key of the address that a message was frozen for. Undefined: the people of its run are deleted. */
export const addressOfMessage = async (
  { runs, content }: MessageAddressPorts,
  { runId, number, profileId }: UnsubscribeClaim,
): Promise<string | undefined> => {
  const run = await runs.get(runId);
  if (!run || !('preparation' in run) || !run.preparation) return undefined;
  const text = await content.get(chunkKey(run.preparation.prefix, chunkOf(number)));
  const recipient = text === undefined ? undefined : recipientAt(Chunk.parse(JSON.parse(text)), number);
  return recipient?.profileId === profileId ? addressKey(recipient.address) : undefined;
};
