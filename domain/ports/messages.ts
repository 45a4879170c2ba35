import type { Counters } from '../model/figures.ts';
import type { MessageRow, Sheet } from '../model/message.ts';

/** All sheets and counters that some events of a run move: one transaction, all or nothing. */
export type FactsCommit = {
  runId: string;
  /** As they shall be; `version` is the one that was read. */
  sheets: readonly Sheet[];
  delta: Counters;
};

/** DynamoDB takes 100 items in a transaction: sheets, and one of counters. */
export const SHEETS_PER_COMMIT = 99;

export type Messages = {
  /** Each of these sheets, one that was never written with version 0. Consistent. */
  sheets(runId: string, sheets: readonly number[]): Promise<Sheet[]>;
  /** False when a sheet moved meanwhile: read again and decide anew. */
  commit(commit: FactsCommit): Promise<boolean>;
  /** Messages of a chunk of which something is known, in their order. */
  rowsOfChunk(runId: string, chunk: number): Promise<MessageRow[]>;
};
