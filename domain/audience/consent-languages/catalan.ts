import type { ConsentWords } from './consent-words-of-a-language.ts';

export const catalan: ConsentWords = {
  leftColumns: 'donat_de_baixa donada_de_baixa data_de_baixa',
  left: 'donat_de_baixa donada_de_baixa',
  stayed: 'subscrit subscrita',
  leaving: ['(^|_)baix(a|es)(_|$)', 'desubscri', 'llista_negra', 'cancel_lat', 'bloquejat'],
  joining: ['butlleti', 'autoritz', 'consent'],
};
