import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite' },
  may: ['startMachine', 'setTimers', 'askWhoActs'],
});
