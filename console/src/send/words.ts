const en = {
  'send.pause': 'Pause',
  'send.resume': 'Resume',
  'send.stop': 'Stop',
  'send.busy': 'Processing …',
  'send.cancel': 'Cancel',
  'send.effect':
    'Both take effect within 2 seconds; what is with SES by then still goes out. A paused run can be resumed, a stopped one cannot.',
  'send.stop.title': 'Stop this run for good?',
  'send.stop.why':
    'What has not gone out by then will not be sent. A stopped run cannot be resumed; the campaign can be prepared again.',
  'send.stop.confirm': 'Stop for good',
  'send.out_one': 'One message had gone out by then.',
  'send.out_other': '{{n}} messages had gone out by then.',
  'send.unknown_one': 'One message is unknown',
  'send.unknown_other': '{{n}} messages are unknown',
  'send.unknown.why':
    'The connection to SES broke before it answered, so they went out or they did not. None of them is sent again by itself; an event that SES still sends about one settles it.',
  'send.unknown.again_one': 'Send this one again',
  'send.unknown.again_other': 'Send these {{n}} again',
  'send.unknown.ask_one': 'Send this message again?',
  'send.unknown.ask_other': 'Send these {{n}} messages again?',
  'send.unknown.ask.gate':
    'This prepares a run of its own for exactly these recipients, with the content as it was confirmed. Nothing is sent before somebody with the role Start deliveries confirms that run.',
  'send.unknown.ask.twice':
    'Whoever did get the first message gets it a second time. Who opted out since then is taken off.',
  'send.unknown.prepare': 'Prepare',
  'send.unknown.resent':
    'A run that sends them again is under way or has done so. What is unknown there can be sent again from there.',
  'send.unknown.mayNot': 'Your permissions do not allow you to send messages again.',
  'send.unknown.whoCan': 'Somebody with the role Prepare deliveries or Start deliveries can.',
  'send.unknown.open': 'Show them',
};

const de: Record<keyof typeof en, string> = {
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
  'send.out_one': 'Bis dahin war eine Nachricht gesendet.',
  'send.out_other': 'Bis dahin waren {{n}} Nachrichten gesendet.',
  'send.unknown_one': 'Eine Nachricht ist unbekannt',
  'send.unknown_other': '{{n}} Nachrichten sind unbekannt',
  'send.unknown.why':
    'Die Verbindung zu SES brach ab, bevor es antwortete: Sie sind hinausgegangen oder nicht. Keine davon wird von selbst noch einmal gesendet; meldet sich SES noch zu einer, ist sie geklärt.',
  'send.unknown.again_one': 'Diese noch einmal senden',
  'send.unknown.again_other': 'Diese {{n}} noch einmal senden',
  'send.unknown.ask_one': 'Diese Nachricht noch einmal senden?',
  'send.unknown.ask_other': 'Diese {{n}} Nachrichten noch einmal senden?',
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

/** Words of sending. */
export const words = { en, de };
