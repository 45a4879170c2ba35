import type { ChunkTally } from '../model/ledger.ts';

/** What became of the messages of a run that is over. */
export type Sent = { handedOver: number; refused: number; unknown: number; optedOut: number };

export const sentOf = (tallies: readonly ChunkTally[]): Sent => {
  const sent = { handedOver: 0, refused: 0, unknown: 0, optedOut: 0 };
  for (const { handedOver, refused, open, optedOut } of tallies) {
    sent.handedOver += handedOver;
    sent.refused += refused;
    sent.unknown += open;
    sent.optedOut += optedOut;
  }
  return sent;
};
