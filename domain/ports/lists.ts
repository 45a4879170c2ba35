import type { Readable } from '../http/page.ts';
import type { ListSummary } from '../model/profile.ts';
import type { GivenUpImport } from '../model/profile-import.ts';

/** The lists of profiles, for showing. */
export type ShownLists = {
  listed(): Promise<Readable<ListSummary>>;
  /** Imports that could not be written: the latest of each list, until the list is imported again. */
  givenUpListed(): Promise<Readable<GivenUpImport>>;
};
