import { addressKey } from '../model/address.ts';
import { Problem } from '../http/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportedRow } from '../model/profile-import.ts';

type Known = Pick<Profile, 'id' | 'address'>;

/** From this share of the known people on, their ids are taken to be those of another file. */
const SHARE = 0.2;

/** Of a known person the file says another address. */
const changedIn = (rows: readonly ImportedRow[], known: ReadonlyMap<string, string>): ImportedRow[] =>
  rows.filter(({ id, address }) => {
    const before = known.get(id);
    const key = addressKey(address);
    return before !== undefined && key !== '' && key !== before;
  });

/** Rows that have moved on by one, say: who changed has the address that somebody else who changed had. */
const areMixed = (changed: readonly ImportedRow[], known: ReadonlyMap<string, string>): boolean => {
  const left = new Set(changed.map(({ id }) => known.get(id)));
  return changed.some(({ address }) => left.has(addressKey(address)));
};

/**
 * Running numbers of another table would give people the opt-outs, lists and history of others. One changed address
 * is a move; where a fifth of the known people would get another one, or some would swap theirs, whoever imports must
 * say that they mean it, and how many.
 * @param profiles those whose ids stand in the file
 * @param meant as many changes as whoever imports has seen
 */
export const refuseIdsOfOthers = (
  rows: readonly ImportedRow[],
  profiles: readonly Known[],
  meant: number | undefined,
): void => {
  const known = new Map(
    profiles.flatMap(({ id, address }) => (address === '' ? [] : [[id, addressKey(address)] as const])),
  );
  const changed = changedIn(rows, known);
  const isOther = changed.length > 1 && (changed.length >= known.size * SHARE || areMixed(changed, known));
  if (!isOther || changed.length <= (meant ?? 0)) return;
  throw new Problem(
    'invalid-input',
    `${changed.length} of the ${known.size} known ids of the file belong to other addresses.`,
    `Nothing was imported. If the ids are row numbers, take their column out of the file. If these people did change their addresses, send it again with changedAddresses=${changed.length} in the query.`,
    { cause: 'idsOfOthers', known: known.size, changed: changed.length },
  );
};
