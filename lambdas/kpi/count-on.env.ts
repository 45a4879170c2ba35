import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  MESSAGES_TABLE: z.string().min(1),
  KPIS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  /** Itself. */
  COUNT_ON_FUNCTION: z.string().min(1),
});
