import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite' },
  // The token of a gate that was answered.
  deletes: ['campaigns'],
  // The run of a start begins only while its series is as it was.
  checks: ['campaigns'],
  // Who pauses or ends a series stops those of its runs that have not begun to go out.
  may: ['startMachine', 'setTimers', 'answerGate', 'askWhoActs'],
});
