import type { AddressKeys, AddressOptOuts, LateOptOuts, OptOutSource } from '../model/address-opt-outs.ts';
import type { Page } from '../http/page.ts';
import type { ImportSnapshot } from '../model/import-snapshot.ts';
import type { AddressStatus, Profile } from '../model/profile.ts';
import type { ListedProfile } from '../model/stored-profile.ts';
import type { TrackingConsent } from '../model/tracking-consent.ts';

/** Whoever is read is as the imports make them that count at that moment, or by the snapshot that is given. */
export type Profiles = {
  snapshot(): Promise<ImportSnapshot>;
  get(id: string): Promise<Profile | undefined>;
  /** Into which profile this one was merged; undefined: it was not. */
  mergedInto(id: string): Promise<string | undefined>;
  getMany(ids: string[]): Promise<Profile[]>;
  findByAddress(addressKey: string): Promise<Profile[]>;
  /** At most so many of those whose address begins so, in the order of their addresses. */
  findByBeginning(beginning: string, limit: number): Promise<Profile[]>;
  /**
   * Every profile of a list, or all without one, page by page, from the beginning or behind the page that had this cursor.
   * `unreadable`: ids of those that cannot be read.
   */
  inList(
    list?: string,
    after?: string,
    snapshot?: ImportSnapshot,
  ): AsyncIterable<Page<ListedProfile> & { unreadable?: readonly string[] }>;
  /** A profile as it was when it was merged into another one, or is. */
  getUnmerged(id: string): Promise<Profile | undefined>;
  /** Leaves only this of a profile, also of one that was merged. False: an import gave it another address than this, read again. */
  erase(left: Profile, address: string): Promise<boolean>;
  /** @param without number of an import whose word on the address is left out, because it is just written to its place */
  addressStatus(addressKey: string, without?: number): Promise<AddressStatus | undefined>;
  /** Of these addresses, those of which something is known; without what imports say that is not at its place yet, which knows no errors. */
  addressStatuses(addressKeys: readonly string[]): Promise<AddressStatus[]>;
  /** Replaces the version that was read (none: nothing was known). False: it moved meanwhile, read again. */
  replaceAddressStatus(status: AddressStatus): Promise<boolean>;
  /** Forgets what is known of an address, unless a profile besides this one has it. */
  forgetAddressStatus(addressKey: string, id: string): Promise<void>;
  /** Keys of all addresses that are quarantined for what happened here. */
  quarantined(): Promise<Set<string>>;
  /** Keys of all addresses that are quarantined because the SES account suppresses them. */
  suppressed(): Promise<Set<string>>;
  /** Marks the profile and writes the opt-out into the feed that running sends read. Doing it again changes nothing. */
  optOut(
    id: string,
    at: string,
    source: OptOutSource,
    /** When it became known, which may be later than when it was said; `at` when left out. */
    heardAt?: string,
  ): Promise<void>;
  /** False: there is no such profile, it was erased and stays opted out, or it opted out after that. */
  optIn(id: string, at: string): Promise<boolean>;
  /** Who opted out of all mails or of this topic, as it became known between `since` and `until` (ISO UTC). */
  optedOutSince(since: string, until: string, topic?: string): Promise<LateOptOuts>;
  /** What is kept of the opt-outs of an address; undefined: nobody there ever opted out. Consistent. `without` as above. */
  addressOptOuts(addressKey: string, without?: number): Promise<AddressOptOuts | undefined>;
  /**
   * Replaces the version that was read, and with `heardAt` writes a line into the feed that running sends read.
   * False: it moved meanwhile, read again.
   */
  replaceAddressOptOuts(optOuts: AddressOptOuts, heardAt?: string): Promise<boolean>;
  /** Keys of all addresses with an opt-out of all mails in force. Consistent. */
  optedOutAddresses(): Promise<AddressKeys>;
  /** Keys of all addresses that left this topic. Consistent. */
  addressesWithout(topic: string): Promise<AddressKeys>;
  /** Keys of all addresses that refuse tracking of mails of a topic, or of none. Consistent. */
  untrackedAddresses(about: string | undefined): Promise<AddressKeys>;
  /** Writes what a person said of tracking, of all mails or of a topic, or somebody for them. False: there is no such profile, or it was erased. */
  setTracking(id: string, said: TrackingConsent): Promise<boolean>;
  /** All addresses that are on the suppression list of the organisation, by themselves or by their domain. Consistent. */
  suppressionList(): Promise<AddressKeys>;
  isOnSuppressionList(addressKey: string): Promise<boolean>;
};
