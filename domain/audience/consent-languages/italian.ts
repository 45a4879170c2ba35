import type { ConsentWords } from './consent-words-of-a-language.ts';

export const italian: ConsentWords = {
  leftColumns: 'disiscritto disiscritta data_disiscrizione',
  left: 'disiscritto disiscritta',
  stayed: 'iscritto iscritta',
  well: 'attivo attiva',
  away: 'inattivo inattiva',
  ordinary: 'nuovo aperto chiuso pagato celibe nubile sposato sposata',
  leaving: ['dis_?iscri', 'non_(inviare|contattare)', 'lista_nera', '^cancel(l?at)[oa](_|$)', 'decedut'],
  leavingCells: ['cancel(l?at)[oa]', 'non_iscri', 'no_grazie'],
  joining: ['iscri[tz]', 'consens', 'accett', 'ricever', 'pubblicit', '^(is_?)?attivo$'],
  consents: ['consenso'],
  negations: 'non senza',
};
