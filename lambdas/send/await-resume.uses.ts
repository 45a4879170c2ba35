import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite' },
  // The token of a gate that was answered.
  deletes: ['campaigns'],
  may: ['keepToken', 'answerGate'],
});
