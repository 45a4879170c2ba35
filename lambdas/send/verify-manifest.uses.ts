import * as z from 'zod';
import { declare } from '../uses.ts';
import { brakeSettings } from './brake-settings.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', kpis: 'readWrite', messages: 'read' },
  content: { read: ['runs/*', 'people/*'] },
  may: ['seeSesAccount'],
  settings: {
    RATE_RESERVE_PERCENT: z.coerce.number().min(0),
    DESTINATIONS_PER_CALL: z.coerce.number().int().min(1),
    ...brakeSettings,
    SEND_CONCURRENCY: z.coerce.number().int().min(1),
  },
});
