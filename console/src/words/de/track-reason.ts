import type { words as en } from '../en/track-reason.ts';

export const words: Record<keyof typeof en, string> = {
  'track.reason.userUnknown': 'Empfänger unbekannt',
  'track.reason.invalidDomain': 'Domain gibt es nicht',
  'track.reason.mailboxFull': 'Postfach voll',
  'track.reason.accountDisabled': 'Konto abgeschaltet',
  'track.reason.unreachable': 'Server nicht erreicht',
  'track.reason.refused': 'abgewiesen',
  'track.reason.suppressed': 'auf der Sperrliste von SES',
  'track.reason.notDefined': 'nicht genannt',
  'track.reason.notRenderable': 'die Nachricht ließ sich nicht zusammensetzen',
};
