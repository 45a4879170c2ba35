import { declare } from '../uses.ts';

export const uses = declare({
  // A run whose start was missed goes back to its gate.
  tables: { campaigns: 'readWrite' },
});
