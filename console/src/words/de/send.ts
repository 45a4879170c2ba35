import type { words as en } from '../en/send.ts';

export const words: Record<keyof typeof en, string> = {
  'send.pause': 'Anhalten',
  'send.resume': 'Fortsetzen',
  'send.stop': 'Abbrechen',
  'send.busy': 'Wird verarbeitet …',
  'send.cancel': 'Zurück',
  'send.effect':
    'Beides wirkt binnen 2 Sekunden; was dann schon bei SES ist, geht noch hinaus. Angehaltenes lässt sich fortsetzen, Abgebrochenes nicht.',
  'send.stop.title': 'Diese Ausführung endgültig abbrechen?',
  'send.stop.why':
    'Was bis dahin nicht gesendet ist, wird nicht gesendet. Eine abgebrochene Ausführung kann nicht fortgesetzt werden; der Versand kann neu vorbereitet werden.',
  'send.stop.confirm': 'Endgültig abbrechen',
  'send.out':
    '{count, plural, one {Bis dahin war eine Nachricht gesendet.} other {Bis dahin waren {n} Nachrichten gesendet.}}',
  'send.unknown': '{count, plural, one {Eine Nachricht ist unbekannt} other {{n} Nachrichten sind unbekannt}}',
  'send.sendable':
    '{count, plural, one {Eine Nachricht lässt sich noch einmal senden} other {{n} Nachrichten lassen sich noch einmal senden}}',
  'send.retryable':
    '{count, plural, one {SES hat eine Nachricht mehrmals ohne Grund abgelehnt. Sie ist fehlgeschlagen; was SES sagte, steht im Versandprotokoll.} other {SES hat {n} Nachrichten mehrmals ohne Grund abgelehnt. Sie sind fehlgeschlagen; was SES sagte, steht im Versandprotokoll.}}',
  'send.retryable.ask':
    'Niemand von ihnen hat die erste Nachricht bekommen. Wer sich seitdem abgemeldet hat, wird herausgenommen.',
  'send.unknown.why':
    'Die Verbindung zu SES brach ab, bevor es antwortete: Sie sind hinausgegangen oder nicht. Keine davon wird von selbst noch einmal gesendet; meldet sich SES noch zu einer, ist sie geklärt.',
  'send.unknown.again': '{count, plural, one {Diese noch einmal senden} other {Diese {n} noch einmal senden}}',
  'send.unknown.ask':
    '{count, plural, one {Diese Nachricht noch einmal senden?} other {Diese {n} Nachrichten noch einmal senden?}}',
  'send.unknown.ask.gate':
    'Das bereitet eine eigene Ausführung vor, für genau diese Empfänger und mit dem Inhalt, der bestätigt wurde. Nichts wird gesendet, bevor jemand mit der Rolle Sendungen starten diese Ausführung bestätigt.',
  'send.unknown.ask.twice':
    'Wer die erste Nachricht doch bekommen hat, bekommt sie ein zweites Mal. Wer sich seitdem abgemeldet hat, wird herausgenommen.',
  'send.unknown.prepare': 'Vorbereiten',
  'send.unknown.resent':
    'Eine Ausführung, die sie noch einmal sendet, läuft oder hat das getan. Was dort unbekannt ist, lässt sich von dort aus noch einmal senden.',
  'send.unknown.mayNot': 'Ihre Rechte erlauben Ihnen nicht, Nachrichten noch einmal zu senden.',
  'send.unknown.whoCan': 'Jemand mit der Rolle Sendungen vorbereiten oder Sendungen starten kann es.',
  'send.unknown.open': 'Anzeigen',
};
