import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', kpis: 'readWrite', messages: 'read' },
  // What a test came to.
  content: { read: ['runs/*'] },
  // The token of a gate that was answered.
  deletes: ['campaigns'],
  may: ['answerGate', 'askWhoActs', 'startMachine'],
});
