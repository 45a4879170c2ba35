import type { Profile } from './profile.ts';
import type { TrackingConsent } from './tracking-consent.ts';

export type OptOutSource = NonNullable<Profile['optedOut']>['source'];

/**
 * One opt-out. `by` names what said it: the message whose link it was, or the source; once each. With a topic it holds
 * for campaigns of that topic only.
 */
export type OptOut = { at: string; source: OptOutSource; by: string; topic?: string | undefined };

/** The opt-outs of an address. They hold under every id, list and spelling, for as long as one of them is in force. */
export type AddressOptOuts = {
  addressKey: string;
  standing: readonly OptOut[];
  /** Came back: an earlier opt-out or complaint that is reported later changes nothing. */
  optedInAt?: string | undefined;
  /** What people there said of tracking, oldest first; a refusal that is the last word, of all mails or of a topic, holds under every id. */
  tracking?: readonly TrackingConsent[] | undefined;
  /** Raised by each write; the condition of the next one. Absent: not written yet. */
  version?: number | undefined;
};

/** Keys of addresses that can be asked for and not listed. */
export type AddressKeys = Pick<ReadonlySet<string>, 'has' | 'size'>;

/** Who opted out lately: profiles by id, and addresses by key. `untracked`: addresses that refused tracking of such mails meanwhile; absent: none. */
export type LateOptOuts = { profiles: ReadonlySet<string>; addresses: AddressKeys; untracked?: AddressKeys };
