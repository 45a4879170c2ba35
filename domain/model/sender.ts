import * as z from 'zod';

/** What the From header says. */
export const Sender = z.object({
  name: z.string().trim().min(1).max(100),
  address: z.email('must be a mail address of a verified identity'),
});
