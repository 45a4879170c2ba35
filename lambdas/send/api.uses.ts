import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', kpis: 'readWrite' },
  may: ['answerGate', 'askWhoActs'],
});
