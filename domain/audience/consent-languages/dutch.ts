import type { ConsentWords } from './consent-words-of-a-language.ts';

export const dutch: ConsentWords = {
  leftColumns: 'uitgeschreven afgemeld',
  left: 'uitgeschreven afgemeld',
  stayed: 'ingeschreven aangemeld',
  well: 'actief',
  away: 'inactief',
  ordinary: 'klant nieuw betaald lid',
  leaving: ['uitgeschr', 'uitschrij', 'afgemeld', 'afmeld', 'niet_(mailen|contact)', '(^|_)opgezegd', '(^|_)overleden'],
  joining: ['abonn', 'nieuwsbrief', 'toestemming', '^(is_?)?actief$'],
  consents: ['toestemming'],
  negations: 'geen niet nooit',
};
