import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  MESSAGES_TABLE: z.string().min(1),
  PROFILES_TABLE: z.string().min(1),
  KPIS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  /** Days for which what is frozen of people is kept. */
  AUDIENCE_DAYS: z.coerce.number().int(),
  UNSUBSCRIBE_SECRET_ID: z.string().min(1),
});
