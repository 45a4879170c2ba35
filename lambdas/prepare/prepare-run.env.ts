import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  PROFILES_TABLE: z.string().min(1),
  MESSAGES_TABLE: z.string().min(1),
  KPIS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  /** JSON of domain/policy.ts. */
  CONFIRMATION_POLICY: z.string().min(1),
  /** JSON of domain/check-limits.ts. */
  CHECK_LIMITS: z.string().min(1),
  /** Days for which what is frozen of people is kept. */
  AUDIENCE_DAYS: z.coerce.number().int(),
  /** Where TXT records are asked for instead of the DNS; empty: the DNS itself. */
  TEXT_RECORDS_URL: z.union([z.literal(''), z.url()]),
});
