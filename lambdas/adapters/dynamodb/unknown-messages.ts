import type { Ledger } from '../../../domain/ports/ledger.ts';
import type { Messages } from '../../../domain/ports/messages.ts';
import type { UnknownMessages } from '../../../domain/ports/unknown-messages.ts';
import { noneUnknown, sendableIn, withUnknown } from '../../../domain/model/unknown.ts';

/** The ledger says what is open, the message rows what SES reported nevertheless. */
export const unknownMessagesIn = (
  ledger: Pick<Ledger, 'tallies' | 'ofChunk'>,
  messages: Pick<Messages, 'rowsOfChunk'>,
): UnknownMessages => ({
  ofRun: async (runId) => {
    let unknown = noneUnknown;
    for (const { chunk, open, refused } of await ledger.tallies(runId)) {
      if (open + refused === 0) continue;
      const [groups, rows] = await Promise.all([ledger.ofChunk(runId, chunk), messages.rowsOfChunk(runId, chunk)]);
      unknown = withUnknown(unknown, sendableIn(groups, rows));
    }
    return unknown;
  },
});
