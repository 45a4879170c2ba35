import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  MESSAGES_TABLE: z.string().min(1),
  PROFILES_TABLE: z.string().min(1),
  KPIS_TABLE: z.string().min(1),
});
