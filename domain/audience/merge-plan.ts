import { profileMerged } from '../http/named-profile.ts';
import { Problem } from '../http/problem.ts';
import { addressKey } from '../model/address.ts';
import { mayBeOpen, type ImportSnapshot } from '../model/import-snapshot.ts';
import type { Profile } from '../model/profile.ts';
import { resolve, type StoredProfile } from '../model/stored-profile.ts';
import { outgrown } from './row-refusals.ts';
import type { Merge } from './ports/profile-merges.ts';

const sameProfile = (): Problem =>
  new Problem('invalid-input', 'A profile cannot be merged into itself.', 'Name the other one.', {
    cause: 'mergedIntoItself',
  });

const erased = (): Problem =>
  new Problem('wrong-state', 'The person is erased.', 'Merge profiles of people who are not.', {
    cause: 'personErased',
  });

const beingImported = (): Problem =>
  new Problem(
    'conflict',
    'An import that has not ended names one of both profiles.',
    'Merge them when the import is over.',
    { cause: 'profileBeingImported' },
  );

const tooLarge = (facts: Record<string, string | number>): Problem =>
  new Problem('invalid-input', 'Together the attributes do not fit into a profile.', 'Empty some of them first.', {
    cause: 'profileRefused',
    rejection: 'tooLarge',
    ...facts,
  });

/** Those of the other profile that are chosen, or that this one does not have. */
const attributesTaken = (survivor: Profile, loser: Profile, take: ReadonlySet<string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(loser.attributes).filter(([name, value]) => {
      const own = Object.hasOwn(survivor.attributes, name) ? (survivor.attributes[name] ?? '') : '';
      return value !== own && (own === '' || take.has(name));
    }),
  );

/** What it says would be lost with the profile that is merged. */
const isUnderWay = (stored: StoredProfile, snapshot: ImportSnapshot): boolean =>
  stored.overlays.some(([number]) => mayBeOpen(snapshot, number) || snapshot.settling.includes(number));

export type Pair = { survivor: StoredProfile; loser: StoredProfile };
export type PlannedMerge = { merge: Merge; survivor: Profile; loser: Profile };

/** Both as they are seen. @throws Problem that says why they cannot be merged */
const mergeable = ({ survivor: stored, loser: other }: Pair, snapshot: ImportSnapshot) => {
  const merged = stored.base.merged ?? other.base.merged;
  if (merged) throw profileMerged(merged.into);
  const [survivor, loser] = [resolve(stored, snapshot), resolve(other, snapshot)];
  // Nobody is there yet: the import that brings them does not count.
  if (!survivor || !loser || isUnderWay(stored, snapshot) || isUnderWay(other, snapshot)) throw beingImported();
  if (survivor.erasedAt !== undefined || loser.erasedAt !== undefined) throw erased();
  return { survivor, loser };
};

const takenOver = (
  stored: StoredProfile,
  { survivor, loser }: { survivor: Profile; loser: Profile },
  attributes: Record<string, string>,
  at: string,
): Merge['survivor'] => {
  const joined = loser.lists.filter((list) => !survivor.lists.includes(list));
  const isNowhere = survivor.address.trim() === '';
  const key = isNowhere ? addressKey(loser.address) : '';
  return {
    id: survivor.id,
    revision: stored.revision,
    isOut: survivor.optedOut !== undefined,
    overlay: {
      ...(isNowhere && { address: loser.address }),
      ...(joined.length > 0 && { joined }),
      attributes,
      importedAt: at,
    },
    lists: [...new Set([...stored.lists, ...joined])],
    mergedFrom: [loser.id, ...(loser.mergedFrom ?? [])],
    addressKey: key === '' ? undefined : key,
  };
};

/** `doneAt`: it was merged into this one already. @throws Problem that says why they cannot be merged */
export const planMerge = (
  pair: Pair,
  { take, snapshot, at }: { take: readonly string[]; snapshot: ImportSnapshot; at: string },
): PlannedMerge | { doneAt: string } => {
  const { survivor: stored, loser: other } = pair;
  const { id } = stored.base;
  if (other.base.id === id) throw sameProfile();
  if (other.base.merged?.into === id) return { doneAt: other.base.merged.at };
  const both = mergeable(pair, snapshot);
  const { survivor, loser } = both;
  const attributes = attributesTaken(survivor, loser, new Set(take));
  const tooMuch = outgrown({ line: 0, attributes }, survivor);
  if (tooMuch) throw tooLarge(tooMuch.facts);
  return {
    survivor,
    loser,
    merge: {
      seq: snapshot.seq,
      at,
      survivor: takenOver(stored, both, attributes, at),
      loser: { id: loser.id, revision: other.revision, isOut: loser.optedOut !== undefined },
    },
  };
};
