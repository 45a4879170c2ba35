import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', messages: 'read', kpis: 'readWrite' },
  // Who the messages of a run are for, which it only reads, and the profiles that a count has seen so far.
  content: { read: ['people/*'], put: ['people/campaigns/*'] },
  // Invokes itself.
  may: ['countOn'],
});
