import type { ChunkTally, Group } from '../ledger.ts';

/** The two writes around every call to SES. */
export type GroupClaims = {
  /** Claims a group. False when another attempt holds it, or another group from the same number; true again for the same attempt. */
  claim(group: Group): Promise<boolean>;
  /**
   * Writes how it ended, on the condition that this attempt still holds it open: with its outcome, or without
   * one and with its deadline now, when SES gave no definite answer and its members are unknown. Doing either
   * again changes nothing.
   */
  close(group: Group): Promise<void>;
};

export type Ledger = {
  ofChunk(runId: string, chunk: number): Promise<Group[]>;
  putTally(runId: string, tally: ChunkTally): Promise<void>;
  tallies(runId: string): Promise<ChunkTally[]>;
};
