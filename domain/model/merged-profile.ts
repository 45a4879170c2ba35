import type { Profiles } from '../ports/profiles.ts';
import { addressKey } from './address.ts';
import type { Profile } from './profile.ts';

/** Under its own id, and those that were merged into it. */
export const idsOf = ({ id, mergedFrom = [] }: Pick<Profile, 'id' | 'mergedFrom'>): string[] => [id, ...mergedFrom];

/** The profile of this id, or the one that it was merged into: a link that was mailed before goes on meaning the person. */
export const currentProfile = async (
  profiles: Pick<Profiles, 'get' | 'mergedInto'>,
  id: string,
): Promise<Profile | undefined> => {
  const profile = await profiles.get(id);
  if (profile) return profile;
  const into = await profiles.mergedInto(id);
  return into === undefined ? undefined : profiles.get(into);
};

export type PersonPorts = Pick<Profiles, 'get' | 'mergedInto' | 'getUnmerged'>;

/**
 * Keys of all addresses of a person: the one that they have, and those of the profiles that were merged into theirs, to
 * which a run that was frozen before may still send. Without a merge nothing is read.
 */
export const addressesOf = async (
  profiles: Pick<Profiles, 'getUnmerged'>,
  profile: Pick<Profile, 'address' | 'mergedFrom'> | undefined,
): Promise<string[]> => {
  const { mergedFrom = [] } = profile ?? {};
  const merged = await Promise.all(mergedFrom.map(async (other) => profiles.getUnmerged(other)));
  const keys = new Set([profile, ...merged].map((one) => addressKey(one?.address ?? '')));
  keys.delete('');
  return [...keys];
};
