import type { ConsentWords } from './consent-words-of-a-language.ts';

/** Languages of which a few words are known: Albanian, Basque, Indonesian, Malay, Vietnamese; Russian and Ukrainian in their own script. */
export const furtherLanguages: ConsentWords = {
  left: 'отписан отписана отписался отписалась отписано відписаний відписана відписався',
  stayed: 'подписан подписана',
  leaving: [
    'cregjistr',
    'cabon(im|uar)',
    'harpidetza_(ken|baja)',
    'berhenti',
    'batal_langgan',
    'jangan_(kirim|hubungi)',
    'nyahlanggan',
    'huy_(dang_ky|theo)',
  ],
  joining: ['(^|_)(ber)?langgan', 'persetuju', '(^|_)izin(_|$)', 'dang_ky', 'dong_y'],
  states: 'gjendja keadaan trang_thai',
  negations: 'tidak jangan',
};
