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
  /** Some of those in the test of the schedule (`abTest`), and all others if it wins. */
  z.strictObject({ by: z.literal('abTest') }),
]);
export type VariantRule = z.infer<typeof VariantRule>;

/** In which language a variant is written, where that is why somebody gets it. */
export const spokenBy = (rule: VariantRule): string | undefined => (rule.by === 'language' ? rule.language : undefined);

/** One of the contents of a run, and how many get it. */
export const VariantCount = z
  .object({
    /** Null: the campaign's own content, for everybody whom no rule means. `winner`: that which wins the test, for all who are not in it. */
    id: z.string().nullable(),
    /** Empty: of the contents of a test. */
    language: z.string(),
    subject: z.string(),
    recipients: z.int().min(0),
  })
  .meta({ id: 'VariantCount' });
export type VariantCount = z.infer<typeof VariantCount>;
