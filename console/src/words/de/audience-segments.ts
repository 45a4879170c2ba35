import type { words as en } from '../en/audience-segments.ts';

export const words: Record<keyof typeof en, string> = {
  'audience.segments': 'Segmente',
  'audience.segments.what':
    'Ein Segment ist eine gespeicherte Regel: eine Liste, Bedingungen, oder beides. Wen es meint, wird bei jeder Vorbereitung eines Versands neu ermittelt.',
  'audience.segment.new': 'Neues Segment',
  'audience.segment.rule': 'Wen es meint',
  'audience.segment.name': 'Name',
  'audience.segment.nameMissing': 'Geben Sie ihm einen Namen.',
  'audience.segment.nobody': 'Wählen Sie eine Liste, oder fügen Sie eine Bedingung hinzu: Sonst meint es alle.',
  'audience.segment.wrong':
    'Etwas fehlt noch: Berichtigen Sie die markierten Felder. Ein Segment fragt nach höchstens drei verschiedenen Ausführungen, Versänden oder Zeiträumen, und seine Bedingungen sind nicht zu lang.',
  'audience.segment.save': 'Segment speichern',
  'audience.segment.saved': 'Gespeichert.',
  'audience.segment.changed': 'Zuletzt geändert von {name}, {time}',
  'audience.segment.changeEffect':
    'Was schon vorbereitet ist, bleibt, wie es ist. Ausführungen, die ab jetzt vorbereitet werden, richten sich nach der geänderten Regel; eine Reihe, die sendet, ohne zu fragen, fragt wieder. Wer es ändert, zählt unter dem Vier-Augen-Prinzip als Autor.',
  'audience.segment.people': 'Wie viele jetzt',
  'audience.segment.countHint':
    'Vor den Regeln: Wer abgemeldet, doppelt oder in Quarantäne ist, wird erst bei der Vorbereitung eines Versands ausgelassen.',
  'audience.segment.asOf': 'Stand {time}',
  'audience.segment.unknown':
    'Nicht darunter, weil ein Wert nicht gelesen werden kann oder niemand sagen kann, was sie getan haben: {n}',
  'audience.segment.sample': 'Einige davon',
  'audience.segment.users': 'Versände, die es nennen',
  'audience.segment.unused': 'Kein Versand nennt dieses Segment.',
  'audience.segment.delete': 'Dieses Segment löschen',
  'audience.segment.deleteTitle': 'Dieses Segment löschen?',
  'audience.segment.deleteEffect':
    'Die Regel endet. Was mit ihr vorbereitet ist, wird trotzdem gesendet; ein Versand, der sie noch nennt, kann nicht vorbereitet werden.',
  'audience.segment.deleteUsers': 'Versände, die es nennen und ohne es nicht vorbereitet werden könnten: {n}.',
  'audience.segment.keep': 'Segment behalten',
};
