import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite' },
  // That an import into a list was given up, and what an address no longer holds.
  deletes: ['campaigns', 'profiles'],
  statements: ['profiles'],
  content: { read: ['uploads/*'], readWrite: ['imports/*'], upload: ['uploads/*'] },
  may: ['askWhoActs', 'startImports'],
});
