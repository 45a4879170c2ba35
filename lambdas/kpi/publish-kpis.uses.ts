import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'read', messages: 'read', kpis: 'readWrite' },
  deletes: ['kpis'],
  content: { read: ['runs/*', 'people/*'] },
  settings: {
    /** Dimension of the metrics. */
    STAGE: z.string().min(1),
  },
});
