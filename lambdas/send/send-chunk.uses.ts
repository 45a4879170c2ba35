import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // Writes to campaigns: it pauses the run when SES says what only a person can mend.
  tables: { campaigns: 'readWrite', messages: 'readWrite', profiles: 'read', kpis: 'readWrite' },
  content: { read: ['runs/*', 'people/*', 'attachments/*'] },
  may: ['signUnsubscribeLinks', 'mailGroups', 'seeSesAccount'],
  settings: {
    CONSOLE_URL: z.url(),
    BRAKE_BOUNCE_PERCENT: z.coerce.number().positive(),
    BRAKE_COMPLAINT_PERCENT: z.coerce.number().positive(),
    BRAKE_MINIMUM: z.coerce.number().int().min(1),
    RATE_RESERVE_PERCENT: z.coerce.number().min(0),
    DESTINATIONS_PER_CALL: z.coerce.number().int().min(1),
  },
});
