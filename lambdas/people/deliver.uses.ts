import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // Webhooks, what became of deliveries, and how campaigns are called.
  tables: { campaigns: 'readWrite' },
  may: ['openWebhooks', 'queueDeliveries'],
  settings: {
    CONSOLE_URL: z.url(),
    /** Where messages may go; loopback on a local AWS only. */
    WEBHOOK_REACH: z.enum(['public', 'loopback']),
  },
});
