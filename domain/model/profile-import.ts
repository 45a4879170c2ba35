import * as z from 'zod';
import type { Profile } from './profile.ts';

/** One accepted row of an import. The address may be empty or wrong: preparation excludes such profiles with the cause. */
export const ImportedRow = z.object({
  /** Line of the file, from 1 with the header. */
  line: z.int(),
  id: z.string(),
  address: z.string(),
  attributes: z.record(z.string(), z.string()),
  optedOut: z.boolean(),
  /** Reason; absent when the address is not quarantined. */
  quarantined: z.string().optional(),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

/** What an import may change of a profile that is known. Opt-outs and quarantine have writes of their own. */
export type ImportedProfile = Pick<Profile, 'id' | 'address' | 'lists' | 'attributes' | 'importedAt'>;

/** An import that counts and is not yet written into every profile. */
export const PendingImport = z.object({
  id: z.string(),
  list: z.string(),
  rows: z.int(),
  importedAt: z.iso.datetime(),
  /** How often its writing was begun, this time included. */
  tries: z.int().default(1),
  /** When whoever writes it last said so; absent until whoever imported it has written for some seconds. */
  triedAt: z.iso.datetime().optional(),
});
export type PendingImport = z.infer<typeof PendingImport>;

/** Milliseconds since whoever writes an import last said so. */
export const silenceOf = ({ triedAt, importedAt }: PendingImport, now: number): number =>
  now - Date.parse(triedAt ?? importedAt);

/** An import that could not be written, and was ended so that others can be. The list is what it was. */
export const GivenUpImport = z
  .object({
    list: z.string(),
    rows: z.int(),
    importedAt: z.iso.datetime(),
    givenUpAt: z.iso.datetime(),
    /** Rows that were written to their profiles nevertheless; null: not known, because the invocation that wrote them died. */
    written: z.int().nullable(),
  })
  .meta({ id: 'GivenUpImport' });
export type GivenUpImport = z.infer<typeof GivenUpImport>;

/** The JSON array of the accepted rows of an import. */
export const importKey = (id: string): string => `imports/${id}.json`;

/** A row that is not imported; `cause` is what `code` and `facts` say, in English. */
export const Rejection = z.object({
  /** Counts from 1 with the header. */
  line: z.int(),
  code: z.enum([
    'columns',
    'id',
    'repeated',
    'erased',
    'addressTooLong',
    'notText',
    'tooLarge',
    'badBytes',
    'quoteOpen',
    'optOutUnclear',
  ]),
  /**
   * Of `columns`: `columns` and `header`, how many each has; of `erased`: `erasedAt`; of `addressTooLong`: `most`, bytes;
   * of `tooLarge`: `bytes` and `most`.
   */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  cause: z.string(),
});
export type Rejection = z.infer<typeof Rejection>;
