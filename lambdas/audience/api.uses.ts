import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite', messages: 'readWrite', kpis: 'write' },
  // That an import into a list was given up, and what an address no longer holds.
  deletes: ['campaigns', 'profiles'],
  statements: ['profiles'],
  // For whom a message was frozen whose link somebody follows.
  content: { read: ['people/*'], readWrite: ['imports/*'] },
  may: ['signUnsubscribeLinks', 'askWhoActs'],
});
