import type { Readable } from '../http/page.ts';
import type { ListSummary } from '../model/profile.ts';
import type { GivenUpImport, PendingImport } from '../model/profile-import.ts';

/** The lists of profiles, and the one import that may be under way. */
export type Lists = {
  /** Those that can be read. */
  all(): Promise<ListSummary[]>;
  /** From this one write on the import counts, whatever happens to whoever began it. False: another one has not ended. */
  begin(pending: PendingImport): Promise<boolean>;
  pending(): Promise<PendingImport | undefined>;
  /** Shows the list as imported and lets the next import begin. Doing it again changes nothing. */
  finish(pending: PendingImport): Promise<void>;
  /** Says at this time (ISO 8601) that its writer goes on. Undefined: it has ended, or somebody else is trying. */
  renew(pending: PendingImport, at: string): Promise<PendingImport | undefined>;
  /** Counts one more try of it, begun at this time (ISO 8601). Undefined: it has ended, or somebody writes it. */
  tryAgain(pending: PendingImport, at: string): Promise<PendingImport | undefined>;
  /** Ends it without showing the list, and lets the next import begin. Nothing if somebody else ended it or writes it. */
  giveUp(pending: PendingImport, givenUp: GivenUpImport): Promise<void>;
  /** Those that can be read: the latest of each list, until the list is imported again. */
  givenUp(): Promise<GivenUpImport[]>;
};

/** The lists for showing. */
export type ShownLists = {
  listed(): Promise<Readable<ListSummary>>;
  givenUpListed(): Promise<Readable<GivenUpImport>>;
};
