import type { Profile } from '../model/profile.ts';
import type { ImportedProfile, ImportedRow, PendingImport, Rejection } from '../model/profile-import.ts';

/** Lists add up, attributes are replaced. */
const imported = (
  { id, address, attributes }: ImportedRow,
  lists: readonly string[],
  { list, importedAt }: PendingImport,
): ImportedProfile => ({ id, address, lists: [...new Set([...lists, list])], attributes, importedAt });

export const newProfile = (row: ImportedRow, pending: PendingImport): Profile => ({
  ...imported(row, [], pending),
  ...(row.optedOut && { optedOut: { at: pending.importedAt, source: 'import' as const } }),
});

const isSame = (one: Profile['attributes'], other: Profile['attributes']): boolean => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};

/** Undefined: a profile that is known already is as the row says. */
export const changedBy = (row: ImportedRow, known: Profile, pending: PendingImport): ImportedProfile | undefined => {
  const isKnown =
    known.lists.includes(pending.list) && known.address === row.address && isSame(known.attributes, row.attributes);
  return isKnown ? undefined : imported(row, known.lists, pending);
};

/** A file that still names an erased person brings nothing of them back. */
export const erasedRow = ({ line }: ImportedRow, erasedAt: string): Rejection => ({
  line,
  code: 'erased',
  facts: { erasedAt },
  cause: `the person of this id was erased on ${erasedAt.slice(0, 10)}: take the row out of the file; who has signed up again since gets a new id`,
});
