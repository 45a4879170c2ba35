import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // The history of a profile lies beside the campaigns, and so does what is known of the list.
  tables: { campaigns: 'readWrite', profiles: 'readWrite' },
  may: ['mailOnePerson', 'signUnsubscribeLinks'],
  settings: {
    CONSOLE_URL: z.url(),
    /** JSON of domain/audience/sign-up-rules.ts. */
    SIGN_UP: z.string().min(1),
    /** JSON of domain/model/topics.ts. */
    TOPICS: z.string().min(1),
  },
});
