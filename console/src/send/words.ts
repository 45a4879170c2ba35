const en = {
  'send.pause': 'Pause',
  'send.resume': 'Resume',
  'send.stop': 'Stop',
  'send.busy': 'Processing …',
  'send.cancel': 'Cancel',
  'send.stop.title': 'Stop this run for good?',
  'send.stop.why':
    'What has not gone out by then will not be sent. A stopped run cannot be resumed; the campaign can be prepared again.',
  'send.stop.confirm': 'Stop for good',
  'send.out_one': 'One message had gone out by then.',
  'send.out_other': '{{n}} messages had gone out by then.',
};

const de: Record<keyof typeof en, string> = {
  'send.pause': 'Anhalten',
  'send.resume': 'Fortsetzen',
  'send.stop': 'Abbrechen',
  'send.busy': 'Wird verarbeitet …',
  'send.cancel': 'Zurück',
  'send.stop.title': 'Diese Ausführung endgültig abbrechen?',
  'send.stop.why':
    'Was bis dahin nicht gesendet ist, wird nicht gesendet. Eine abgebrochene Ausführung kann nicht fortgesetzt werden; der Versand kann neu vorbereitet werden.',
  'send.stop.confirm': 'Endgültig abbrechen',
  'send.out_one': 'Bis dahin war eine Nachricht gesendet.',
  'send.out_other': 'Bis dahin waren {{n}} Nachrichten gesendet.',
};

/** Words of sending. */
export const words = { en, de };
