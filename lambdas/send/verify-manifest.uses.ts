import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', kpis: 'readWrite', messages: 'read' },
  content: { read: ['runs/*', 'people/*', 'attachments/*'] },
  may: ['seeSesAccount'],
  settings: {
    RATE_RESERVE_PERCENT: z.coerce.number().min(0),
    DESTINATIONS_PER_CALL: z.coerce.number().int().min(1),
    BRAKE_BOUNCE_PERCENT: z.coerce.number().positive(),
    BRAKE_COMPLAINT_PERCENT: z.coerce.number().positive(),
    BRAKE_MINIMUM: z.coerce.number().int().min(1),
    SEND_CONCURRENCY: z.coerce.number().int().min(1),
  },
});
