import type { Counters } from '../figures.ts';
import type { MessageRow } from '../message.ts';
import type { Page, PageQuery } from '../page.ts';

/** A line of the tracking log; `id` is made from the event itself, so that a repeat lands on the same line. */
export type TrackedEvent = {
  id: string;
  runId: string;
  number: number;
  profileId: string;
  address: string;
  kind: 'delivery' | 'bounce' | 'complaint' | 'reject' | 'delay' | 'open' | 'click' | 'unsubscribe';
  at: string;
  link?: string;
  actorClass?: 'human' | 'machine' | 'unknown';
  rule?: string;
};

/** All rows and counters that one batch of events moves: one transaction, all or nothing. */
export type FactsCommit = {
  runId: string;
  rows: { row: MessageRow; expectedVersion: number }[];
  events: TrackedEvent[];
  delta: Counters;
};

export type Messages = {
  rows(ids: { runId: string; number: number }[]): Promise<MessageRow[]>;
  /** Which of these tracking-log lines exist already, as `number#id`. */
  knownEvents(events: TrackedEvent[]): Promise<Set<string>>;
  /** False when a row moved meanwhile: read again and decide anew. */
  commit(commit: FactsCommit): Promise<boolean>;
  rowsOfChunk(runId: string, chunk: number): Promise<MessageRow[]>;
  eventsOfRun(runId: string, chunks: number, query: PageQuery): Promise<Page<TrackedEvent>>;
  /** Messages of one profile, newest run first. */
  ofProfile(profileId: string, query: PageQuery): Promise<Page<MessageRow>>;
};
