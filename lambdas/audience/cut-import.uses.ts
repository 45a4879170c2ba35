import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite' },
  content: { read: ['uploads/*'], put: ['imports/*'] },
});
