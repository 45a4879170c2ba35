import { hash } from 'node:crypto';
import * as z from 'zod';
import { addressKey } from '../../../domain/model/address.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { digestOf } from './address-digest.ts';
import { Base, Overlay, type StoredProfile } from '../../../domain/model/stored-profile.ts';

export const profileKey = (id: string) => ({ pk: `P#${id}`, sk: 'PROFILE' });

export const addressPk = (key: string): string => `A#${key}`;
export const addressItemKey = (key: string) => ({ pk: addressPk(key), sk: 'ADDRESS' });

/** The first letter of a digest: an import of many opt-outs writes into so many partitions (1,000 writes a second each). */
export const optOutPartitions = '0123456789abcdef'.split('').map((letter) => `ADDRESSOUT#${letter}`);

/** Named by the digest: an erasure leaves it, and no address with it. */
export const addressOptOutKey = (key: string) => {
  const digest = digestOf(key);
  return { pk: `ADDRESSOUT#${digest.slice(0, 1)}`, sk: digest };
};

const OVERLAY = 'i#';

/** The attribute that holds what one import says; `i#12h` holds what was written by itself between the imports 12 and 13. */
export const overlayName = (number: number): string =>
  `${OVERLAY}${Math.floor(number)}${Number.isInteger(number) ? '' : 'h'}`;

const numberOf = (name: string): number => {
  const digits = name.slice(OVERLAY.length);
  return digits.endsWith('h') ? Number(digits.slice(0, -1)) + 0.5 : Number(digits);
};

/** 132 bits of SHA-256: the id of a row without one, so that the same row gets it again. */
export const shortHash = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

/** The index by the beginning of addresses has these parts, each sorted by address. */
export const searchParts = '0123456789abcdef'.split('');

/** Where the index `byBeginning` has an address. */
export const searchedBy = (key: string) => ({ searchPart: digestOf(key).slice(0, 1), searchKey: key });

/** Sparse: a profile without address is in no index of addresses. */
export const profileItem = (profile: Profile): Record<string, unknown> => {
  const key = addressKey(profile.address);
  return {
    ...profileKey(profile.id),
    lists: profile.lists,
    ...(key !== '' && { addressKey: key, ...searchedBy(key) }),
    doc: profile,
  };
};

const Item = z.object({
  doc: Base,
  lists: z.array(z.string()).default([]),
  revision: z.number().optional(),
  addressKey: z.string().optional(),
  named: z.number().optional(),
  nameParts: z.string().optional(),
});

/** Undefined: it cannot be read. */
export const storedProfileOf = (item: Record<string, unknown>): StoredProfile | undefined => {
  const { data } = Item.safeParse(item);
  if (!data) return undefined;
  const { doc, ...stored } = data;
  const names = Object.keys(item).filter((name) => name.startsWith(OVERLAY));
  const overlays: [number, Overlay][] = [];
  for (const name of names) {
    const overlay = Overlay.safeParse(item[name]).data;
    if (!overlay) return undefined;
    overlays.push([numberOf(name), overlay]);
  }
  return { ...stored, base: doc, overlays: overlays.toSorted(([one], [other]) => one - other) };
};

/** By their ids. */
export const storedProfilesOf = (
  items: readonly Record<string, unknown>[],
): Map<string, StoredProfile | 'unreadable'> =>
  new Map(items.map((item) => [String(item['pk']).slice('P#'.length), storedProfileOf(item) ?? 'unreadable']));
