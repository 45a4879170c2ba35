import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite' },
  // The import that ends, and what an address no longer holds.
  deletes: ['campaigns', 'profiles'],
  content: { readWrite: ['imports/*'] },
  may: ['askWhoActs'],
});
