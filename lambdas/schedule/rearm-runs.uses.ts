import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite' },
  deletes: ['profiles'],
  content: { read: ['imports/*'] },
  may: ['startMachine', 'seeExecutions', 'setTimers'],
});
