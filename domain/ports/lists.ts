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

/** Lists of test profiles: who is on one is left out of audiences, and may get proofs if the address was taken in. */
export type TestLists = {
  /** Begins with no address. False: there is no such list. */
  mark(name: string): Promise<boolean>;
  /** Digests of addresses that may get proofs; answers how many it has then. Undefined: it is no such list any more. */
  takeIn(name: string, digests: readonly string[]): Promise<number | undefined>;
  /** Doing it again changes nothing. */
  unmark(name: string): Promise<void>;
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
