import * as z from 'zod';
import type { Profiles } from '../ports/profiles.ts';
import { addressKey } from './address.ts';
import { changesOf } from './changes.ts';
import type { AddressOptOuts } from './address-opt-outs.ts';
import { ofAll, topicsLeft } from './opt-out.ts';
import { AddressOptOut, AddressStatus, Profile, StandingChange } from './profile.ts';
import { topicsSaid, trackingRefused } from './tracking-at-address.ts';
import { consentTo, TrackingByTopic, TrackingConsent } from './tracking-consent.ts';
/** GET /profiles/{id} */
export const ProfileDetail = z
  .object({
    profile: Profile,
    standing: AddressStatus.nullable(),
    addressOptOut: AddressOptOut.nullable(),
    /** Topics that the address left, by id. */
    leftTopics: z.array(z.string()),
    /** The address, or its domain, is on the suppression list of the organisation. */
    onSuppressionList: z.boolean(),
    /** What holds for them of opens and clicks, with its proof; null: nobody ever said, the stage says what holds. */
    tracking: TrackingConsent.nullable(),
    /** The same for mails of a topic, by id, of each of which something was said. */
    trackingByTopic: TrackingByTopic,
    /** What changed whether the profile is written to, the newest first. */
    changes: z.array(StandingChange),
  })
  .meta({ id: 'ProfileDetail' });
export type ProfileDetail = z.infer<typeof ProfileDetail>;

const addressIn = async (profiles: Profiles, key: string) => ({
  standing: (await profiles.addressStatus(key)) ?? null,
  optOuts: await profiles.addressOptOuts(key),
  onSuppressionList: key !== '' && (await profiles.isOnSuppressionList(key)),
});

type KnownOfAddress = Awaited<ReturnType<typeof addressIn>>;

/** A refusal at the address goes before what was said of the profile. */
const trackingOf = (profile: Profile, optOuts: AddressOptOuts | undefined, about?: string): TrackingConsent | null =>
  (optOuts && trackingRefused(optOuts, about)) ?? consentTo(profile, about) ?? null;

const trackingByTopicOf = (profile: Profile, optOuts: AddressOptOuts | undefined): ProfileDetail['trackingByTopic'] => {
  const topics = new Set([...Object.keys(profile.trackingByTopic ?? {}), ...(optOuts ? topicsSaid(optOuts) : [])]);
  const held = [...topics].map((topic) => [topic, trackingOf(profile, optOuts, topic)] as const);
  return Object.fromEntries(held.flatMap(([topic, said]) => (said ? [[topic, said]] : [])));
};

const detailOf = (
  profile: Profile,
  { standing = null, optOuts, onSuppressionList = false }: Partial<KnownOfAddress> = {},
): ProfileDetail => {
  const [addressOptOut = null] = optOuts ? ofAll(optOuts) : [];
  const leftTopics = optOuts ? topicsLeft(optOuts) : [];
  return {
    profile,
    standing,
    addressOptOut,
    leftTopics,
    onSuppressionList,
    tracking: trackingOf(profile, optOuts),
    trackingByTopic: trackingByTopicOf(profile, optOuts),
    changes: changesOf(profile, standing, optOuts),
  };
};

/** Profiles with what is known of their addresses; each address is asked for once. */
export const withAddressStatuses = async (profiles: Profiles, all: readonly Profile[]): Promise<ProfileDetail[]> => {
  const keys = [...new Set(all.map(({ address }) => addressKey(address)))];
  const known = new Map(await Promise.all(keys.map(async (key) => [key, await addressIn(profiles, key)] as const)));
  return all.map((profile) => detailOf(profile, known.get(addressKey(profile.address))));
};

/** A profile with what is known of its address. */
export const withAddressStatus = async (profiles: Profiles, profile: Profile): Promise<ProfileDetail> =>
  detailOf(profile, await addressIn(profiles, addressKey(profile.address)));
