import type { Profiles } from '../ports/profiles.ts';
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
