const en = {
  'track.consent': 'Record a new consent',
  'track.consent.title': 'Record that this person consented anew?',
  'track.consent.effect':
    'It ends the opt-outs of this profile and of its address; the next run writes to it again. Your name and the reason are kept.',
  'track.consent.reason': 'When and how, such as “sign-up form of the shop, 3 May, confirmed by mail”',
  'track.consent.reasonHint': 'needed; kept in the history',
  'track.consent.reasonMissing': 'Write in a few words when and how the person consented.',
  'track.consent.cancel': 'Leave it opted out',
  'track.consent.whoMay': 'Whoever holds Administration can record a new consent.',
};

const de: Record<keyof typeof en, string> = {
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

/** Words of a new consent after an opt-out. */
export const consentWords = { en, de };
