import type { ImportedRow, Rejection } from '../model/profile-import.ts';
import type { Profile } from '../model/profile.ts';
import { MAX_ROW_BYTES } from './import-limits.ts';
import { bytesOf } from './unwritable.ts';

/** A file that still names an erased person brings nothing of them back. */
export const erasedRow = ({ line }: Pick<ImportedRow, 'line'>, erasedAt: string): Rejection => ({
  line,
  code: 'erased',
  facts: { erasedAt },
  cause: `the person of this id was erased on ${erasedAt.slice(0, 10)}: take the row out of the file; who has signed up again since gets a new id`,
});

/** Files go on naming an id that was merged; which of both is right nobody knows. */
export const mergedRow = ({ line }: Pick<ImportedRow, 'line'>, into: string): Rejection => ({
  line,
  code: 'merged',
  facts: { into },
  cause: `the profile of this id was merged into ${into}: name that one`,
});

export const repeatedRow = ({ line }: Pick<ImportedRow, 'line'>): Rejection => ({
  line,
  code: 'repeated',
  facts: {},
  cause: 'the id, or the address of a row without id, stands in an earlier row',
});

/** What a profile has gathered over several files, and a row adds to, may be more than fits into one. */
export const outgrown = (
  { line, attributes }: Pick<ImportedRow, 'line' | 'attributes'>,
  known: Profile,
): Rejection | undefined => {
  const bytes = bytesOf({ ...known.attributes, ...attributes });
  if (bytes <= MAX_ROW_BYTES) return undefined;
  return {
    line,
    code: 'tooLarge',
    facts: { bytes, most: MAX_ROW_BYTES },
    cause: `takes ${bytes} bytes with what is known of the profile, and at most ${MAX_ROW_BYTES} fit`,
  };
};

/** What no check foresaw, or a profile that cannot be read; nobody else's row waits for it. */
export const refusedRow = ({ line }: Pick<ImportedRow, 'line'>): Rejection => ({
  line,
  code: 'notStored',
  facts: {},
  cause: 'cannot be stored: the database does not take it, or what is stored under this id cannot be read',
});
