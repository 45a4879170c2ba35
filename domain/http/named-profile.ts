import type { Profile } from '../model/profile.ts';
import type { Profiles } from '../ports/profiles.ts';
import { found } from './find.ts';
import { Problem } from './problem.ts';

export const profileMerged = (into: string): Problem =>
  new Problem('not-found', `This profile was merged into ${into}.`, `Look at ${into}.`, {
    cause: 'profileMerged',
    into,
  });

/** The profile that a request names. @throws Problem `not-found`, which says into which one it was merged */
export const namedProfile = async (profiles: Pick<Profiles, 'get' | 'mergedInto'>, id: string): Promise<Profile> => {
  const profile = await profiles.get(id);
  const into = profile ? undefined : await profiles.mergedInto(id);
  if (into !== undefined) throw profileMerged(into);
  return found(profile, 'profile');
};
