import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', messages: 'read', kpis: 'readWrite' },
});
