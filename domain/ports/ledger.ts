import type { ChunkTally, Group } from '../model/ledger.ts';

/** The writes around every call to SES. Nothing that they wrote is ever written over with something else. */
export type GroupClaims = {
  /**
   * Claims a group, and says with the same write how others ended. False, and nothing is written, when another
   * attempt holds it, or another group from the same number; true again for the same attempt.
   */
  claim(group: Group, closed: readonly Group[]): Promise<boolean>;
  /**
   * Says how groups ended, which only the attempt that claimed one may: with its outcome, or without one and with
   * its deadline now, when SES gave no definite answer and its members are unknown. Doing it again changes nothing.
   */
  close(closed: readonly Group[]): Promise<void>;
};

export type Ledger = {
  ofChunk(runId: string, chunk: number): Promise<Group[]>;
  putTally(runId: string, tally: ChunkTally): Promise<void>;
  tallies(runId: string): Promise<ChunkTally[]>;
};
