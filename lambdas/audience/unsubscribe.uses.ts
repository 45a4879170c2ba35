import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'read', profiles: 'readWrite', messages: 'readWrite', kpis: 'write' },
  // For whom a message was frozen whose link somebody follows.
  content: { read: ['people/*'] },
  may: ['signUnsubscribeLinks'],
  settings: {
    /** JSON of domain/model/topics.ts. */
    TOPICS: z.string().min(1),
    /** Are opens and clicks of those tracked who never said whether they may be? */
    TRACK_UNKNOWN: z.stringbool(),
  },
});
