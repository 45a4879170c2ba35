import type { Readable } from '../http/page.ts';
import type { ListSummary } from '../model/profile.ts';
import type { GivenUpImport } from '../model/profile-import.ts';

/** Lists of profiles that others than imports put somebody on. */
export type NamedLists = {
  get(name: string): Promise<ListSummary | undefined>;
  /** Those that are new are lists from then on. */
  ensure(names: readonly string[], at: string): Promise<void>;
  /** Empty: without a title. Undefined: there is no such list. */
  entitle(name: string, title: string): Promise<ListSummary | undefined>;
};

/** Ends a list for all of its profiles with one write. */
export type EndingLists = {
  /** `importing`: somebody imports into it at this moment. */
  end(name: string, at: string): Promise<'done' | 'importing'>;
};

/** The lists of profiles, for showing. */
export type ShownLists = {
  listed(): Promise<Readable<ListSummary>>;
  /** Imports that could not be written: the latest of each list, until the list is imported again. */
  givenUpListed(): Promise<Readable<GivenUpImport>>;
};
