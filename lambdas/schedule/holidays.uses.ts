import { declare } from '../uses.ts';

export const uses = declare({ may: ['askWhoActs'] });
