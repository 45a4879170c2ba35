import { declare } from '../uses.ts';

export const uses = declare({ tables: { campaigns: 'read' }, may: ['askWhoActs'] });
