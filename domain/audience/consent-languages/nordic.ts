import type { ConsentWords } from './consent-words-of-a-language.ts';

/** Swedish, Danish, Norwegian and Icelandic. */
export const nordic: ConsentWords = {
  leftColumns: 'avregistrerad avmeldt frameldt afmeldt',
  left: 'avregistrerad avmeldt frameldt afmeldt',
  stayed: 'prenumererar pameldt tilmeldt',
  ordinary: 'kund ny medlem',
  leaving: ['avregistr', 'avanmal', 'avprenum', 'avmeld', 'frameld', 'afmeld', '(^|_)afskra'],
  joining: ['abonn', 'samty[ck]k', 'prenumer', 'pamel', 'tilmeld', 'postlisti', 'samthyk'],
  consents: ['samtycke'],
  states: 'stada',
  negations: 'ikke inte ej ingen inga',
};
