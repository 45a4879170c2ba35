import { addressKey } from './address.ts';
import type { AddressOptOuts, OptOut, OptOutSource } from './address-opt-outs.ts';
import { addressesOf, currentProfile, idsOf, type PersonPorts } from './merged-profile.ts';
import type { MessageId } from './message.ts';
import type { Profiles } from '../ports/profiles.ts';
import { MAX_CHANGES, type Profile } from './profile.ts';
import { trackingMarks, withTrackingMoved } from './tracking-at-address.ts';

/** Those of all mails. */
export const ofAll = ({ standing }: Pick<AddressOptOuts, 'standing'>): OptOut[] =>
  standing.filter(({ topic }) => topic === undefined);

/** Those that keep campaigns of a topic away, or of none. */
export const keepingOff = ({ standing }: Pick<AddressOptOuts, 'standing'>, about: string | undefined): OptOut[] =>
  standing.filter(({ topic }) => topic === undefined || topic === about);

/** The topics that were left, each once. */
export const topicsLeft = ({ standing }: Pick<AddressOptOuts, 'standing'>): string[] => [
  ...new Set(standing.flatMap(({ topic }) => topic ?? [])),
];

/** An opt-out by the link of this message. */
export const byLink = ({ runId, number }: MessageId): string => `${runId}.${number}`;

/**
 * Undefined: it is known already, or the person opted in since. Past so many, one by a link is kept under its source, so
 * that no link undoes it.
 */
export const withOptOut = (known: AddressOptOuts, { at, source, by, topic }: OptOut): AddressOptOuts | undefined => {
  const { standing, optedInAt } = known;
  const named = standing.length < MAX_CHANGES ? by : source;
  if (standing.some((other) => other.by === named && other.topic === topic)) return undefined;
  return optedInAt !== undefined && at <= optedInAt
    ? undefined
    : { ...known, standing: [...standing, { at, source, by: named, ...(topic !== undefined && { topic }) }] };
};

/** What a link gives back: all that was said by it, or one topic. */
export type Return = { by: string; topic?: string };

/**
 * Without the opt-outs by one link. While another of all mails is in force, the person has not opted in. Undefined:
 * there is none by it.
 */
export const withoutOptOut = (known: AddressOptOuts, { by, topic }: Return, at: string): AddressOptOuts | undefined => {
  const standing = known.standing.filter((other) => other.by !== by || (topic !== undefined && other.topic !== topic));
  if (standing.length === known.standing.length) return undefined;
  const isBack = ofAll(known).length > 0 && ofAll({ standing }).length === 0;
  return { ...known, standing, ...(isBack && { optedInAt: at }) };
};

/** After a new consent none of them is in force that was said before it; a no that comes while it is written is a later word. */
export const withConsent = (known: AddressOptOuts, at: string): AddressOptOuts => ({
  ...known,
  standing: known.standing.filter((one) => one.at > at),
  optedInAt: at,
});

/** The topics that were left, and marks of what is refused of tracking. */
export const allLeft = (known: Pick<AddressOptOuts, 'standing' | 'tracking'>): string[] => [
  ...topicsLeft(known),
  ...trackingMarks(known),
];

/** What of it a running send has to hear: of a topic that was left it sends nothing, tracked or not. A sort key takes 1,024 bytes. */
export const toHear = (known: Pick<AddressOptOuts, 'standing' | 'tracking'>): string[] => {
  const left = topicsLeft(known);
  return [...left, ...trackingMarks(known, left)];
};

export type OptOutPorts = Pick<Profiles, 'addressOptOuts' | 'replaceAddressOptOuts'>;

/** Two at one address: who loses reads again. */
const ATTEMPTS = 10;

/**
 * Writes what follows for the opt-outs of an address, if anything does, and answers those in force then.
 * @param heardAt of an opt-out, when it became known: from then on running sends hear of it
 */
export const moveOptOuts = async (
  profiles: OptOutPorts,
  key: string,
  after: (known: AddressOptOuts) => AddressOptOuts | undefined,
  heardAt?: string,
): Promise<AddressOptOuts> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = (await profiles.addressOptOuts(key)) ?? { addressKey: key, standing: [] };
    const next = after(known);
    if (!next) return known;
    if (await profiles.replaceAddressOptOuts(next, heardAt)) return next;
  }
  throw new Error(`the opt-outs of an address moved ${ATTEMPTS} times while they were being written`);
};

/** Of a profile without address there is nothing to keep. */
export const optOutAddress = async (
  profiles: OptOutPorts,
  key: string,
  said: OptOut,
  heardAt: string,
): Promise<void> => {
  if (key !== '') await moveOptOuts(profiles, key, (known) => withOptOut(known, said), heardAt);
};

type Person = { id: string; key: string | undefined };

export type OptOutPersonPorts = OptOutPorts & PersonPorts & Pick<Profiles, 'optOut'>;

/**
 * Opts out the address that was written to, the profile, those that became one with it, and the addresses that they have
 * now. In this order: an import that moves the profile meanwhile, or a merge, is refused by the second write, or seen by
 * the third.
 */
export const optOutPerson = async (
  profiles: OptOutPersonPorts,
  { id, key = '' }: Person,
  said: OptOut & { source: Exclude<OptOutSource, 'erasure'> },
  heardAt: string,
): Promise<void> => {
  await optOutAddress(profiles, key, said, heardAt);
  await profiles.optOut(id, said.at, said.source, heardAt);
  const profile = await currentProfile(profiles, id);
  if (!profile) return;
  const others = idsOf(profile).filter((other) => other !== id);
  for (const other of others) await profiles.optOut(other, said.at, said.source, heardAt);
  for (const now of await addressesOf(profiles, profile))
    if (now !== key) await optOutAddress(profiles, now, said, heardAt);
};

/**
 * Leaves topics at all addresses of the person, at the one that was written to, and at the one that an import gives the
 * profile meanwhile: it takes along what stood at the earlier one when it looked.
 * @param writtenTo asked last: what was frozen may be deleted, or not be there at this moment
 */
export const leaveTopicsOf = async (
  profiles: OptOutPorts & PersonPorts,
  { id, writtenTo }: { id: string; writtenTo: () => Promise<string | undefined> },
  said: readonly OptOut[],
  heardAt: string,
): Promise<void> => {
  const left = new Set<string>();
  const leave = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys.filter((one) => !left.has(one))) {
      left.add(key);
      for (const one of said) await optOutAddress(profiles, key, one, heardAt);
    }
  };
  const current = async (): Promise<string[]> => addressesOf(profiles, await currentProfile(profiles, id));
  await leave(await current());
  await leave([(await writtenTo()) ?? '']);
  await leave(await current());
};

/** A profile takes along to another address, before it has it, what was opted out: all mails if it did itself, and topics. */
export const copyOptOuts = async (
  profiles: OptOutPorts,
  { address, optedOut }: Pick<Profile, 'address' | 'optedOut'>,
  key: string,
  at: string,
): Promise<void> => {
  const before = addressKey(address);
  if (before === key || before === '' || key === '') return;
  const { standing = [], tracking } = (await profiles.addressOptOuts(before)) ?? {};
  if (tracking) await moveOptOuts(profiles, key, (known) => withTrackingMoved(known, { tracking }), at);
  const own = standing.filter(({ topic }) => optedOut !== undefined || topic !== undefined);
  const isUnknown = optedOut !== undefined && ofAll({ standing }).length === 0;
  const all = isUnknown ? [...own, { source: optedOut.source, by: optedOut.source }] : own;
  for (const one of all) await optOutAddress(profiles, key, { ...one, at }, at);
};
