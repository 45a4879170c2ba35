import type { ConsentWords } from './consent-words-of-a-language.ts';

/** Croatian, Serbian, Bosnian and Slovenian in Latin letters. */
export const southSlavic: ConsentWords = {
  leftColumns: 'odjavljen odjavljena datum_odjave',
  left: 'odjavljen odjavljena odjavljeno odjava odpisan',
  stayed: 'prijavljen prijavljena narocen narocena',
  leaving: [
    'odjav',
    '(^|_)otkaz',
    '(^|_)crn[ai]_(list|sezn)',
    'blokiran',
    'izbrisan',
    'obrisan',
    'odstranjen',
    'preklic',
    'povuc?en',
    'ne_(salji|zeli|kontakt|posilj)',
  ],
  leavingCells: ['nenarocen'],
  joining: ['(^|_)prijav', 'privol', '(suglas|soglas|saglas)', 'pristan(ak|ek)', 'dovol(ij|jen)', 'bilten', 'e_novice'],
  states: 'stan stanje',
  negations: 'ne',
};
