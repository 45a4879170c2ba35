import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // Webhooks, and the audit of them.
  tables: { campaigns: 'readWrite' },
  deletes: ['campaigns'],
  may: ['askWhoActs', 'sealWebhooks'],
  settings: {
    CONSOLE_URL: z.url(),
    /** Where messages may go; loopback on a local AWS only. */
    WEBHOOK_REACH: z.enum(['public', 'loopback']),
  },
});
