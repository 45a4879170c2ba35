import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite', messages: 'readWrite', kpis: 'readWrite' },
  // For whom a message was frozen whose link somebody follows.
  content: { read: ['people/*'], readWrite: ['imports/*'] },
  may: ['signUnsubscribeLinks', 'askWhoActs'],
});
