import { addressKey } from '../../../domain/model/address.ts';
import type { Profile } from '../../../domain/model/profile.ts';

export const profileKey = (id: string) => ({ pk: `P#${id}`, sk: 'PROFILE' });

/** Sparse: a profile without address is in no index of addresses. */
export const profileItem = (profile: Profile): Record<string, unknown> => {
  const key = addressKey(profile.address);
  return { ...profileKey(profile.id), lists: profile.lists, ...(key !== '' && { addressKey: key }), doc: profile };
};
