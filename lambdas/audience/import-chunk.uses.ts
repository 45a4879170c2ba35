import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite' },
  // What an address no longer holds.
  deletes: ['profiles'],
  statements: ['profiles'],
  content: { readWrite: ['imports/*'] },
});
