import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  PROFILES_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  CONFIRMATION_TIMEOUT_SECONDS: z.coerce.number().min(0),
});
