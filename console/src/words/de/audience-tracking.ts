import type { words as english } from '../en/audience-tracking.ts';

export const words: Record<keyof typeof english, string> = {
  'track.tracking': 'Dürfen Öffnungen und Klicks zu sehen sein?',
  'track.tracking.is.given': 'Ja: Die Person hat eingewilligt.',
  'track.tracking.is.refused': 'Nein: Die Person lehnt es ab.',
  'track.tracking.is.unknown': 'Die Person hat nichts gesagt; es gilt die Einstellung der Umgebung.',
  'track.tracking.since': 'Seit {{at}}, {{source}}.',
  'track.tracking.proof': 'Nachweis: {{text}}',
  'track.tracking.source.import': 'durch einen Import',
  'track.tracking.source.page': 'auf der Seite hinter dem Link einer Mail',
  'track.tracking.source.recorded': 'von Hand oder von einem anderen System festgehalten',
  'track.tracking.source.signUp': 'durch eine bestätigte Anmeldung',
  'track.tracking.record.given': 'Einwilligung festhalten',
  'track.tracking.record.refused': 'Ablehnung festhalten',
  'track.tracking.title.given': 'Festhalten, dass Öffnungen und Klicks dieser Person zu sehen sein dürfen?',
  'track.tracking.title.refused': 'Festhalten, dass diese Person es ablehnt?',
  'track.tracking.effect':
    'Es gilt ab der nächsten Vorbereitung; eine Ablehnung beachten auch Ausführungen, die gerade gesendet werden. Ihr Name und der Grund werden festgehalten.',
  'track.tracking.reason': 'Wann und wie die Person es gesagt hat, etwa „mit Brief vom 3. März“',
  'track.tracking.reasonHint': 'nötig, bleibt als Nachweis',
  'track.tracking.reasonMissing': 'Schreiben Sie in wenigen Worten, wann und wie die Person es gesagt hat.',
  'track.tracking.cancel': 'Nichts ändern',
  'track.tracking.whoMay': 'Wer die Rolle Administration hat, kann festhalten, was die Person gesagt hat.',
  'track.change.trackingGiven': 'Öffnungen und Klicks dürfen zu sehen sein',
  'track.change.trackingRefused': 'Lehnt ab, dass Öffnungen und Klicks zu sehen sind',
  'prepare.import.as.tracking': 'Öffnungen und Klicks dürfen zu sehen sein',
  'prepare.import.as.trackingOptOut': 'Lehnt ab, dass Öffnungen und Klicks zu sehen sind',
  'prepare.import.tracking': 'Ob Öffnungen und Klicks zu sehen sein dürfen, wurde hier gelesen: {{columns}}.',
  'prepare.trackable':
    'Öffnungen und Klicks sind von {{n}} von {{of}} Nachrichten zu erfahren; die anderen Personen haben nicht eingewilligt.',
  'kpi.trackable': 'zu erfahren von {{n}} von {{of}}',
};
