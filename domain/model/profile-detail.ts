import * as z from 'zod';
import type { Profiles } from '../ports/profiles.ts';
import { addressKey } from './address.ts';
import { changesOf } from './changes.ts';
import { AddressOptOut, AddressStatus, Profile, StandingChange } from './profile.ts';
/** GET /profiles/{id} */
export const ProfileDetail = z
  .object({
    profile: Profile,
    standing: AddressStatus.nullable(),
    addressOptOut: AddressOptOut.nullable(),
    /** What changed whether the profile is written to, the newest first. */
    changes: z.array(StandingChange),
  })
  .meta({ id: 'ProfileDetail' });
export type ProfileDetail = z.infer<typeof ProfileDetail>;

/** A profile with what is known of its address. */
export const withAddressStatus = async (profiles: Profiles, profile: Profile): Promise<ProfileDetail> => {
  const key = addressKey(profile.address);
  const standing = (await profiles.addressStatus(key)) ?? null;
  const optOuts = await profiles.addressOptOuts(key);
  const [addressOptOut = null] = optOuts?.standing ?? [];
  return { profile, standing, addressOptOut, changes: changesOf(profile, standing, optOuts) };
};
