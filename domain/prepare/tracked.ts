import { addressKey } from '../model/address.ts';
import type { AddressKeys } from '../model/opt-out.ts';
import type { ListedProfile } from '../model/stored-profile.ts';

/**
 * What decides beside the profile: addresses at which tracking is refused, what holds of who never said anything, and
 * whether the campaign tracks nobody.
 */
export type TrackingRules = { refused: AddressKeys; unknown: boolean; nobody: boolean };

/** May opens and clicks of messages to somebody be tracked? A refusal at an address goes along to the next one. */
export const isTracked = (
  { address, movedFrom, tracking }: Pick<ListedProfile, 'address' | 'movedFrom' | 'tracking'>,
  { refused, unknown, nobody }: TrackingRules,
): boolean => {
  if (nobody) return false;
  if (tracking?.choice === 'refused') return false;
  // The key of an address is asked for by its digest, which costs something; mostly nobody refused.
  if (refused.size > 0 && [address, ...(movedFrom ?? [])].some((one) => refused.has(addressKey(one)))) return false;
  return tracking ? true : unknown;
};
