import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  MESSAGES_TABLE: z.string().min(1),
  PROFILES_TABLE: z.string().min(1),
  KPIS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  CONFIGURATION_SET: z.string().min(1),
  CONSOLE_URL: z.url(),
  UNSUBSCRIBE_SECRET_ID: z.string().min(1),
  BRAKE_BOUNCE_PERCENT: z.coerce.number().positive(),
  BRAKE_COMPLAINT_PERCENT: z.coerce.number().positive(),
  BRAKE_MINIMUM: z.coerce.number().int().min(1),
  RATE_RESERVE_PERCENT: z.coerce.number().min(0),
  DESTINATIONS_PER_CALL: z.coerce.number().int().min(1),
});
