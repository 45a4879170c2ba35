import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'read', messages: 'read', kpis: 'read' },
  scans: ['profiles'],
  content: { readWrite: ['runs/*', 'people/*'], read: ['contents/*', 'attachments/*'] },
  // The user pool: is there anybody who may confirm it?
  may: ['seeSesAccount', 'seeIdentities', 'seeApprovers'],
  settings: {
    /** Pictures of the stage lie below it. */
    CONSOLE_URL: z.url(),
    /** JSON of domain/model/policy.ts. */
    CONFIRMATION_POLICY: z.string().min(1),
    /** JSON of domain/model/check-limits.ts. */
    CHECK_LIMITS: z.string().min(1),
    /** Days for which what is frozen of people is kept. */
    AUDIENCE_DAYS: z.coerce.number().int(),
    /** Days for which message rows are kept. */
    MESSAGES_DAYS: z.coerce.number().int(),
    /** Are opens and clicks of those tracked who never said whether they may be? */
    TRACK_UNKNOWN: z.stringbool(),
    /** Where TXT records are asked for instead of the DNS; empty: the DNS itself. */
    TEXT_RECORDS_URL: z.union([z.literal(''), z.url()]),
  },
});
