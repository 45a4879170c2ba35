import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'read', messages: 'readWrite', profiles: 'readWrite', kpis: 'write' },
  may: ['keepDeadLetters'],
});
