import type { ConsentWords } from './consent-words-of-a-language.ts';

export const romanian: ConsentWords = {
  leftColumns: 'dezabonat dezabonata data_dezabonarii',
  left: 'dezabonat dezabonata dezinscris',
  stayed: 'abonat abonata',
  leaving: [
    'dezabon',
    'dezinscri',
    'renuntat',
    '(^|_)retrasa?(_|$)',
    'lista_neagra',
    'opozitie',
    'nu_(trimite|contact|doreste)',
    '(^|_)blocat',
  ],
  leavingCells: ['neabonat'],
  joining: ['abonat', 'consimt'],
  states: 'stare',
  negations: 'nu fara',
};
