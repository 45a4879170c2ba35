import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite' },
  // A run begins only while its series is as it was.
  checks: ['campaigns'],
  may: ['startMachine', 'setTimers'],
});
