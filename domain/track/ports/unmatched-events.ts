import type { PageQuery, ReadablePage } from '../../http/page.ts';

export const unmatchedCauses = ['noTags', 'noSuchRun', 'noSuchMessage', 'newType'] as const;

/** An event that is no message's: of a run or number that does not exist, without our tags, or of a new type. */
export type UnmatchedEvent = {
  /** When it happened, as SES says. */
  at: string;
  eventType: string;
  cause: (typeof unmatchedCauses)[number];
  runId: string | null;
  number: number | null;
  sesMessageId: string;
};

/** Kept apart for 90 days, without addresses. */
export type UnmatchedEvents = {
  /** From now (ISO UTC) on; the same event again is kept once. */
  keep(events: readonly UnmatchedEvent[], now: string): Promise<void>;
  /** Newest first. */
  list(query: PageQuery): Promise<ReadablePage<UnmatchedEvent>>;
  /** How many there are of each cause, among the newest so many; `more`: there are older ones. */
  count(newest: number): Promise<{ causes: Map<UnmatchedEvent['cause'], number>; more: boolean }>;
};
