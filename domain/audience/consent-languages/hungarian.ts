import type { ConsentWords } from './consent-words-of-a-language.ts';

export const hungarian: ConsentWords = {
  leftColumns: 'leiratkozott leiratkozas_datuma',
  left: 'leiratkozott leiratkozas',
  stayed: 'feliratkozott',
  leaving: [
    'leirat(koz|k)',
    '(^|_)tilto',
    '(^|_)torolt',
    'kijelentkez',
    'lemondo?tt',
    'visszavon',
    'tiltakoz',
    'nem_(kuld|ker)',
    'ne_kuld',
  ],
  leavingCells: ['nincs_feliratk', 'nem_feliratk'],
  joining: ['feliratk', 'hirlevel', 'hozzajarul', 'engedely'],
  states: 'allapot',
  negations: 'nem',
};
