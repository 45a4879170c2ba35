import * as z from 'zod';
import { LanguageTag } from './language-tag.ts';

/**
 * Contents of a campaign with its own one. Each kind of people, by variant, wave and tracking, has a chunk under way in
 * memory while it is prepared.
 */
export const VARIANTS_MAX = 20;

/** Names a variant in what is frozen, in tallies and in figures. */
export const VariantId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,34}$/, 'takes a letter, and up to 34 small letters, digits and hyphens');

/** Who gets a variant. Whom no rule means gets the campaign's own content. */
export const VariantRule = z.discriminatedUnion('by', [
  /** Whose language it is, or is nearest to (RFC 4647, section 3.4). */
  z.strictObject({ by: z.literal('language'), language: LanguageTag }),
]);
export type VariantRule = z.infer<typeof VariantRule>;

/** One of the contents of a run, and how many get it. */
export const VariantCount = z
  .object({
    /** Null: the campaign's own content, for everybody whom no rule means. */
    id: z.string().nullable(),
    language: z.string(),
    subject: z.string(),
    recipients: z.int().min(0),
  })
  .meta({ id: 'VariantCount' });
export type VariantCount = z.infer<typeof VariantCount>;
