import type { ConsentWords } from './consent-words-of-a-language.ts';

/** Estonian, Latvian and Lithuanian. */
export const baltic: ConsentWords = {
  leftColumns: 'loobunud atrakstijies atsisake',
  left: 'loobunud tuhistatud atrakstijies atteicies atsisake atsisakiusi',
  stayed: 'tellitud abonets prenumeruoja',
  leaving: [
    'loobu',
    'tuhista',
    'eemaldatud',
    '(^|_)lahku',
    '(^|_)keeld',
    'must_nimek',
    'atrakst',
    'atteic',
    'atteik',
    'atsauk',
    'nesut',
    'melnais_sar',
    'atsisak',
    'isregistr',
    'nesiust',
    '(^|_)istrint',
  ],
  joining: [
    'tellitud',
    'tellija',
    'uudiskir',
    'nousolek',
    'piekris',
    'jaunum',
    'pierakst',
    'prenumer',
    'sutik',
    'naujienl',
  ],
  states: 'staatus statuss busena',
};
