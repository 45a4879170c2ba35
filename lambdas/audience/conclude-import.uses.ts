import { declare } from '../uses.ts';

export const uses = declare({
  // Which imports count stands beside the profiles.
  tables: { campaigns: 'readWrite', profiles: 'write' },
  // That an import into a list was given up.
  deletes: ['campaigns'],
  content: { read: ['imports/*'] },
});
