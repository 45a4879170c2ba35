import type { ConsentWords } from './consent-words-of-a-language.ts';

export const turkish: ConsentWords = {
  leftColumns: 'abonelikten_cikti',
  left: 'abonelikten_cikti abonelikten_ayrildi abonelik_iptal',
  stayed: 'abone',
  leaving: [
    'abonelikten',
    'abonelik_?iptal',
    '(^|_)iptal',
    '(^|_)cikti(_|$)',
    'kara_liste',
    'engelle(ndi|nen)',
    'gonderme',
    'istemiyor',
    'reddet',
    'reddedil',
    '(^|_)ret(_|$)',
  ],
  joining: ['(^|_)abone', 'bulten', '(^|_)izni?(_|$)', '(^|_)onay', '(^|_)riza'],
  states: 'durum durumu',
  negations: 'degil',
};
