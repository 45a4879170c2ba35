import type { ConsentWords } from './consent-words-of-a-language.ts';

export const finnish: ConsentWords = {
  leftColumns: 'peruutettu peruttu peruutuspaiva',
  left: 'peruutettu peruttu perunut',
  stayed: 'tilattu tilaaja',
  leaving: [
    'peruut',
    '(^|_)peru(nut|ttu)',
    'poistunut',
    'poistettu',
    'kielto',
    'kieltanyt',
    'estolista',
    '(^|_)estetty',
    '(^|_)eronnut',
    'ei_(markkin|postit|sahkop|uutis|saa_|laheta)',
  ],
  leavingCells: ['tilaamaton'],
  joining: ['tilaaja', 'tilattu', 'uutiskirj', 'lupa(_|$)', 'suostum', 'markkinoin'],
  states: 'tila',
  negations: 'ei',
};
