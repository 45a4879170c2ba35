import type { ChunkTally, Group } from '../ledger.ts';

export type Ledger = {
  /** Claims a group. False when it, or another one from the same number, exists already. */
  claim(group: Group): Promise<boolean>;
  /** Closes it on the condition that this attempt still holds it open. */
  close(group: Group): Promise<void>;
  ofChunk(runId: string, chunk: number): Promise<Group[]>;
  putTally(runId: string, tally: ChunkTally): Promise<void>;
  tallies(runId: string): Promise<ChunkTally[]>;
};
