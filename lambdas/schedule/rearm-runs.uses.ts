import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite' },
  deletes: ['campaigns', 'profiles'],
  content: { read: ['imports/*'] },
  may: ['startMachine', 'seeExecutions', 'setTimers'],
});
