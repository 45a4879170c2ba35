import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite' },
  // The token of a gate that was answered, and a feed that its owner ends.
  deletes: ['campaigns'],
  // The run of a start begins only while its series is as it was.
  checks: ['campaigns'],
  // Who pauses or ends a series stops those of its runs that have not begun to go out.
  may: ['startMachine', 'setTimers', 'answerGate', 'askWhoActs'],
  settings: {
    /** Where calendar feeds are read; empty: at the API's own address. */
    CALENDAR_FEEDS_URL: z.union([z.literal(''), z.url()]),
  },
});
