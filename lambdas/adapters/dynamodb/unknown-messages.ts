import type { Ledger } from '../../../domain/ports/ledger.ts';
import type { Messages } from '../../../domain/ports/messages.ts';
import type { UnknownMessages } from '../../../domain/ports/unknown-messages.ts';
import { noneUnknown, unknownIn, withUnknown } from '../../../domain/model/unknown.ts';

/** The ledger says what is open, the message rows what SES reported nevertheless. */
export const unknownMessagesIn = (
  ledger: Pick<Ledger, 'tallies' | 'ofChunk'>,
  messages: Pick<Messages, 'rowsOfChunk'>,
): UnknownMessages => ({
  ofRun: async (runId) => {
    let unknown = noneUnknown;
    for (const { chunk, open } of await ledger.tallies(runId)) {
      if (open === 0) continue;
      const [groups, rows] = await Promise.all([ledger.ofChunk(runId, chunk), messages.rowsOfChunk(runId, chunk)]);
      unknown = withUnknown(unknown, unknownIn(groups, rows));
    }
    return unknown;
  },
});
