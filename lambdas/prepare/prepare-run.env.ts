import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  PROFILES_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  /** JSON of domain/policy.ts. */
  CONFIRMATION_POLICY: z.string().min(1),
});
