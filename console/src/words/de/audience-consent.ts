import type { words as en } from '../en/audience-consent.ts';

export const words: Record<keyof typeof en, string> = {
  'track.consent': 'Neue Einwilligung festhalten',
  'track.consent.title': 'Festhalten, dass diese Person neu eingewilligt hat?',
  'track.consent.effect':
    'Das beendet die Abmeldungen dieses Profils und seiner Adresse; die nächste Ausführung schreibt ihr wieder. Ihr Name und der Grund werden festgehalten.',
  'track.consent.reason': 'Wann und wie, etwa „Anmeldeformular des Shops, 3. Mai, per Mail bestätigt“',
  'track.consent.reasonHint': 'nötig, bleibt im Verlauf',
  'track.consent.reasonMissing': 'Schreiben Sie in wenigen Worten, wann und wie die Person eingewilligt hat.',
  'track.consent.cancel': 'Abgemeldet lassen',
  'track.consent.whoMay': 'Wer die Rolle Administration hat, kann eine neue Einwilligung festhalten.',
};
