import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'read', messages: 'readWrite', profiles: 'readWrite', kpis: 'write' },
  may: ['keepDeadLetters'],
  settings: {
    /** Days for which events of no message are kept. */
    EVENTS_DAYS: z.coerce.number().int(),
  },
});
