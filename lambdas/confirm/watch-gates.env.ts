import * as z from 'zod';

/** What this Lambda needs to know of its stage. */
export const Environment = z.object({
  CAMPAIGNS_TABLE: z.string().min(1),
  TOKEN_KEY_ID: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  CONSOLE_URL: z.url(),
  APPROVAL_SENDER: z.string().min(1),
});
