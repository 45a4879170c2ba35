import * as z from 'zod';

/** One accepted row of an import. The address may be empty or wrong: preparation excludes such profiles with the cause. */
export const ImportedRow = z.object({
  id: z.string(),
  address: z.string(),
  attributes: z.record(z.string(), z.string()),
  optedOut: z.boolean(),
  /** Reason; absent when the address is not quarantined. */
  quarantined: z.string().optional(),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

/** An import that counts and is not yet written into every profile. */
export const PendingImport = z.object({
  id: z.string(),
  list: z.string(),
  rows: z.int(),
  importedAt: z.iso.datetime(),
});
export type PendingImport = z.infer<typeof PendingImport>;

/** The JSON array of the accepted rows of an import. */
export const importKey = (id: string): string => `imports/${id}.json`;
