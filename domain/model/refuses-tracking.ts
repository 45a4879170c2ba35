import { addressKey } from './address.ts';
import type { AddressKeys } from './address-opt-outs.ts';
import type { ListedProfile } from './stored-profile.ts';
import { consentTo } from './tracking-consent.ts';

/** What says of somebody whether they refuse; a refusal at an address goes along to the next one. */
export type Asked = Pick<ListedProfile, 'address' | 'movedFrom' | 'tracking' | 'trackingByTopic'>;

/** Addresses that refuse tracking of mails of a topic, or of none. */
export type RefusedAbout = { about: string | undefined; refused: AddressKeys };

/** Does somebody refuse tracking of such mails? */
export const refusesTracking = (person: Asked, { about, refused }: RefusedAbout): boolean => {
  if (consentTo(person, about)?.choice === 'refused') return true;
  // The key of an address is asked for by its digest, which costs something; mostly nobody refused.
  if (refused.size === 0) return false;
  const isRefused = (address: string): boolean => address !== '' && refused.has(addressKey(address));
  return isRefused(person.address) || (person.movedFrom?.some(isRefused) ?? false);
};
