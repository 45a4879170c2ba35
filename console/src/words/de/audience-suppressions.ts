import type { words as english } from '../en/audience-suppressions.ts';

/** Worte der Sperrliste der Organisation. */
export const words: Record<keyof typeof english, string> = {
  'track.suppressions': 'Sperrliste',
  'track.suppressions.onIt': 'Auf der Liste',
  'track.suppressions.what':
    'Wer darauf steht, bekommt nichts: keinen Versand und keine Testmail, auf welche Liste ein Import auch setzt. Die Sperrliste wird als Fingerabdrücke geführt, niemand kann sie lesen; nach einem Eintrag kann man fragen.',
  'track.suppressions.addresses': 'Adressen',
  'track.suppressions.domains': 'Domains, jede mit ihren Subdomains',
  'track.suppressions.import': 'Zur Liste hinzufügen',
  'track.suppressions.importHint':
    'Eine Text- oder CSV-Datei mit einem Eintrag je Zeile: eine Adresse, eine Domain wie example.com oder der SHA-256 einer Adresse in kleinen Buchstaben. Höchstens 4,5 MB und 30.000 Einträge. Es wird nichts entfernt.',
  'track.suppressions.file': 'Datei',
  'track.suppressions.add': 'Hinzufügen',
  'track.suppressions.adding': 'Wird hinzugefügt …',
  'track.suppressions.added': '{added} hinzugefügt; schon auf der Liste: {known}.',
  'track.suppressions.rejected':
    '{count, plural, one {Eine Zeile enthält keinen Eintrag: {lines}.} other {{count} Zeilen enthalten keinen Eintrag, etwa {lines}.}}',
  'track.suppressions.wholeDomains':
    '{count, plural, one {An dieser Domain bekommt jetzt niemand mehr Mails: {domains}. War das nicht gemeint, kann die Administration sie von der Liste nehmen.} other {An ganzen Domains bekommt jetzt niemand mehr Mails, etwa {domains}. War das nicht gemeint, kann die Administration sie von der Liste nehmen.}}',
  'track.suppressions.question': 'Steht jemand darauf?',
  'track.suppressions.entry': 'Adresse, Domain oder SHA-256',
  'track.suppressions.ask': 'Nachsehen',
  'track.suppressions.by.address': 'Ja: Diese Adresse steht auf der Liste.',
  'track.suppressions.by.domain': 'Ja: Ihre Domain steht auf der Liste.',
  'track.suppressions.by.nothing': 'Nein: Weder sie noch ihre Domain steht auf der Liste.',
  'track.suppressions.remove': 'Von der Liste nehmen',
  'track.suppressions.removed': 'Der Eintrag ist von der Liste; der nächste Versand darf dorthin schreiben.',
  'track.suppressions.reason': 'Warum der Eintrag von der Liste kommt',
  'track.suppressions.reasonHint': 'nötig; wird mit Ihrem Namen festgehalten',
  'track.suppressions.whoMay':
    'Wer die Rolle Administration hat, kann nach einem Eintrag fragen und ihn von der Liste nehmen.',
};
