import type { PageQuery, ReadablePage } from '../../http/page.ts';

export const unmatchedCauses = ['noTags', 'noSuchRun', 'noSuchMessage', 'newType', 'rowsEnded'] as const;

/**
 * An event that is no message's: of a run or number that does not exist, without our tags, of a new type, or of a message
 * whose row has ended.
 */
export type UnmatchedEvent = {
  /** When it happened, as SES says. */
  at: string;
  eventType: string;
  cause: (typeof unmatchedCauses)[number];
  runId: string | null;
  number: number | null;
  sesMessageId: string;
};

/** Kept apart for as long as the stage says, without addresses. */
export type UnmatchedEvents = {
  /** From now (ISO UTC) on; the same event again is kept once. */
  keep(events: readonly UnmatchedEvent[], now: string): Promise<void>;
  /** Newest first. */
  list(query: PageQuery): Promise<ReadablePage<UnmatchedEvent>>;
  /** How many there are of each cause, among the newest so many; `more`: there are older ones. */
  count(newest: number): Promise<{ causes: Map<UnmatchedEvent['cause'], number>; more: boolean }>;
};
