import type { Counters } from '../model/figures.ts';
import type { MessageRow, MessageItem } from '../model/message.ts';

/** All message items and counters that a batch of events of one run changes: one transaction, all or nothing. */
export type FactsCommit = {
  runId: string;
  /** Until when the run keeps its message rows; undefined: without an end. */
  rowsUntil?: string | undefined;
  /** As they shall be; `version` is the one that was read. */
  items: readonly MessageItem[];
  delta: Counters;
};

/** DynamoDB takes 100 items in a transaction: message items, and one of counters. */
export const ITEMS_PER_COMMIT = 99;

export type Messages = {
  /** The items with these indexes; one that was never written has version 0. Consistent. */
  items(runId: string, indexes: readonly number[]): Promise<MessageItem[]>;
  /** False: another writer changed an item meanwhile, read again and decide anew. */
  commit(commit: FactsCommit): Promise<boolean>;
  /** Messages of a chunk of which something is known, in their order. */
  rowsOfChunk(runId: string, chunk: number): Promise<MessageRow[]>;
};
