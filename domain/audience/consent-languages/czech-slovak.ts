import type { ConsentWords } from './consent-words-of-a-language.ts';

export const czechSlovak: ConsentWords = {
  leftColumns: 'odhlasen odhlasena odhlaseno odhlasene odhlaseny datum_odhlaseni datum_odhlasenia',
  left: 'odhlasen odhlasena odhlaseny odhlasene',
  stayed: 'prihlasen prihlasena prihlaseny',
  ordinary: 'zakaznik novy clen',
  leaving: ['odhlas', 'odvolan', 'nesouhlas', 'zrusen', 'neposiel', 'nekontakt', 'nesuhlas', 'vymazan'],
  joining: ['souhlas', 'suhlas', 'odber', 'prihlas', 'reklam', 'novin(ky|iek)'],
  consents: ['souhlas', 'suhlas'],
  states: 'stav',
  negations: 'ne',
};
