import type { Page, PageQuery } from '../page.ts';

/** An event that is no message's: of a run or number that does not exist, without our tags, or of a new type. */
export type UnmatchedEvent = {
  at: string;
  eventType: string;
  cause: 'noTags' | 'noSuchRun' | 'noSuchMessage' | 'newType';
  runId: string | null;
  number: number | null;
  sesMessageId: string;
};

/** Kept apart for 90 days, without addresses. */
export type UnmatchedEvents = {
  /** The same event again changes nothing. */
  keep(events: readonly UnmatchedEvent[]): Promise<void>;
  /** Newest first. */
  list(query: PageQuery): Promise<Page<UnmatchedEvent>>;
};
