import type { AddressStanding, Profile } from '../profile.ts';

export type Profiles = {
  get(id: string): Promise<Profile | undefined>;
  getMany(ids: string[]): Promise<Profile[]>;
  findByAddress(addressKey: string): Promise<Profile[]>;
  /** Every profile of a list, in batches, in an order that does not change between two calls. */
  ofList(list: string): AsyncIterable<Profile[]>;
  put(profiles: Profile[]): Promise<void>;
  standing(addressKey: string): Promise<AddressStanding | undefined>;
  putStandings(standings: AddressStanding[]): Promise<void>;
  /** Keys of all quarantined addresses. */
  quarantined(): Promise<Set<string>>;
  /** Marks the profile and writes the opt-out into the feed that running sends read. Doing it again changes nothing. */
  optOut(id: string, at: string, source: 'oneClick' | 'page' | 'complaint'): Promise<void>;
  optIn(id: string): Promise<void>;
  /** Ids of profiles that opted out between `since` and `until` (ISO UTC). */
  optedOutSince(since: string, until: string): Promise<Set<string>>;
};
