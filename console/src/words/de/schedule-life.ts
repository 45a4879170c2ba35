import type { words as en } from '../en/schedule-life.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.series': 'Reihe',
  'prepare.series.prepareNow': 'Jetzt vorbereiten, zusätzlich zur Reihe',
  'prepare.series.first':
    'Damit der nächste Start vor seiner Zeit bestätigt werden kann, bereiten Sie seine Ausführung im Voraus vor: Sie bittet jetzt um Bestätigung und wird {start} gesendet.',
  'prepare.series.ahead': 'Nächsten Start vorbereiten',
  'prepare.series.stands.draft':
    'Es startet nichts von selbst, bevor jemand sie aktiviert; ihr erster Start wäre {start}.',
  'prepare.series.stands.armed': 'Die nächste Ausführung startet {start}.',
  'prepare.series.stands.paused': 'Es startet nichts, bevor jemand sie fortsetzt.',
  'prepare.series.stands.ended': 'Es startet keine weitere Ausführung.',
  'prepare.series.lastStart': 'Sie endet von selbst: kein Start nach {time}.',
  'prepare.series.skipped': 'Ausgelassen: {starts}.',
  'prepare.series.act.arm': 'Aktivieren',
  'prepare.series.act.pause': 'Reihe anhalten',
  'prepare.series.act.resume': 'Reihe fortsetzen',
  'prepare.series.act.skip': 'Nächsten Start auslassen',
  'prepare.series.act.end': 'Reihe beenden',
  'prepare.series.title.arm': 'Diese Reihe aktivieren?',
  'prepare.series.title.pause': 'Diese Reihe anhalten?',
  'prepare.series.title.resume': 'Diese Reihe fortsetzen?',
  'prepare.series.title.skip': 'Den nächsten Start auslassen?',
  'prepare.series.title.end': 'Diese Reihe beenden?',
  'prepare.series.effect.arm':
    'Jetzt wird nichts gesendet. Die erste Ausführung startet {start}; wenn die Reihe nicht bestätigt ist, bittet sie um Bestätigung, bevor sie sendet.',
  'prepare.series.effect.pause':
    'Es startet nichts, bis jemand sie fortsetzt. Eine Ausführung zu einem Start, die noch nicht gesendet wird, wird abgebrochen; was schon gesendet wird, geht weiter. Starts, die inzwischen vergehen, werden nicht nachgeholt.',
  'prepare.series.effect.resume':
    'Die nächste Ausführung startet {start}. Wenn Sie Sendungen nicht starten dürfen, bittet sie um Bestätigung, auch wenn die Reihe vorher bestätigt war.',
  'prepare.series.effect.skip':
    '{start} startet keine Ausführung. Eine, die dafür vorbereitet wurde, wird abgebrochen. Die Starts danach bleiben.',
  'prepare.series.effect.end':
    'Eine Ausführung zu einem Start, den die Reihe nicht mehr hat, wird abgebrochen, wenn sie nicht schon gesendet wird. Eine beendete Reihe kann neu aktiviert werden; dann bittet sie um Bestätigung.',
  'prepare.series.end.now': 'jetzt',
  'prepare.series.end.date': 'nach einem Datum',
  'prepare.series.end.starts': 'nach einer Anzahl von Starts',
  'prepare.series.endField.date': 'Kein Start nach ({zone})',
  'prepare.series.endField.starts': 'So viele Starts noch',
  'prepare.series.reason': 'Grund',
  'prepare.series.reasonHint': 'freiwillig, wird im Verlauf aufbewahrt',
  'prepare.series.did.armed': 'Aktiviert',
  'prepare.series.did.paused': 'Angehalten',
  'prepare.series.did.resumed': 'Fortgesetzt',
  'prepare.series.did.startSkipped': 'Start ausgelassen',
  'prepare.series.did.endSet': 'Kein Start nach',
  'prepare.series.did.archived': 'Archiviert',
  'prepare.series.did.unarchived': 'Aus dem Archiv zurückgeholt',
  'prepare.series.did.labelled': 'Etiketten geändert',
  'prepare.series.did.labelled.none': 'keine mehr',
  'prepare.series.did.ended': 'Beendet',
  'prepare.series.edit': 'Diese Reihe ist aktiv. Wenn Sie speichern:',
  'prepare.series.edit.goesOn':
    'geht sie nach dem neuen Zeitplan weiter; eine wartende Ausführung wird hinfällig, und die nächste bittet um Bestätigung',
  'prepare.series.edit.pauses':
    'wird sie angehalten, bis jemand sie fortsetzt; eine wartende Ausführung wird hinfällig',
  'prepare.series.did.startsMissed': 'Starts verpasst, {n}, der erste',
};
