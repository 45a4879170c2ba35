import { MAX_ROW_BYTES } from './import-limits.ts';
import { bytesOf } from './unwritable.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportedProfile, ImportedRow, PendingImport, Rejection } from '../model/profile-import.ts';

/** Lists add up; a column that is not in the file says nothing of its attribute. */
const imported = (
  { id, address, attributes }: ImportedRow,
  known: Pick<Profile, 'lists' | 'attributes'>,
  { list, importedAt }: PendingImport,
): ImportedProfile => ({
  id,
  address,
  lists: [...new Set([...known.lists, list])],
  attributes: { ...known.attributes, ...attributes },
  importedAt,
});

export const newProfile = (row: ImportedRow, pending: PendingImport): Profile => ({
  ...imported(row, { lists: [], attributes: {} }, pending),
  ...(row.optedOut && { optedOut: { at: pending.importedAt, source: 'import' as const } }),
});

const saysNothingNew = ({ attributes }: ImportedRow, known: Profile['attributes']): boolean =>
  Object.keys(attributes).every((name) => attributes[name] === known[name]);

/** Undefined: a profile that is known already is as the row says. */
export const changedBy = (row: ImportedRow, known: Profile, pending: PendingImport): ImportedProfile | undefined => {
  const isKnown =
    known.lists.includes(pending.list) && known.address === row.address && saysNothingNew(row, known.attributes);
  return isKnown ? undefined : imported(row, known, pending);
};

/** What a profile has gathered over several files, and a row adds to, may be more than fits into one. */
const outgrown = ({ line, attributes }: ImportedRow, known: Profile): Rejection | undefined => {
  const bytes = bytesOf({ ...known.attributes, ...attributes });
  if (bytes <= MAX_ROW_BYTES) return undefined;
  return {
    line,
    code: 'tooLarge',
    facts: { bytes, most: MAX_ROW_BYTES },
    cause: `takes ${bytes} bytes with what is known of the profile, and at most ${MAX_ROW_BYTES} fit`,
  };
};

/** A file that still names an erased person brings nothing of them back. */
const erasedRow = ({ line }: ImportedRow, erasedAt: string): Rejection => ({
  line,
  code: 'erased',
  facts: { erasedAt },
  cause: `the person of this id was erased on ${erasedAt.slice(0, 10)}: take the row out of the file; who has signed up again since gets a new id`,
});

/** Why a row is not written to the profile that has its id. */
export const refusedFor = (row: ImportedRow, known: Profile): Rejection | undefined =>
  known.erasedAt === undefined ? outgrown(row, known) : erasedRow(row, known.erasedAt);
