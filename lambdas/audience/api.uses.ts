import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite', messages: 'readWrite', kpis: 'write' },
  // The import that ends, and what an address no longer holds.
  deletes: ['campaigns', 'profiles'],
  // For whom a message was frozen whose link somebody follows.
  content: { read: ['people/*'], readWrite: ['imports/*'] },
  may: ['signUnsubscribeLinks', 'askWhoActs'],
  settings: {
    /** JSON of domain/model/topics.ts. */
    TOPICS: z.string().min(1),
  },
});
