import { declare } from '../uses.ts';

export const uses = declare({
  // Writes: "Compute stats" leaves an entry in the audit.
  tables: { campaigns: 'readWrite', messages: 'read', kpis: 'readWrite' },
  may: ['askWhoActs', 'countOn'],
});
