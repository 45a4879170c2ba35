import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  KPIS_TABLE: z.string().min(1),
  MESSAGES_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  RATE_RESERVE_PERCENT: z.coerce.number().min(0),
  DESTINATIONS_PER_CALL: z.coerce.number().int().min(1),
  SEND_CONCURRENCY: z.coerce.number().int().min(1),
});
