import type { words as en } from '../en/ab-test-form.ts';

/** Words of writing a test of several contents. */
export const words: Record<keyof typeof en, string> = {
  'write.abTest.add': 'Variante hinzufügen',
  'write.abTest.remove': 'Variante {letter} entfernen',
  'write.abTest.hint':
    'Ein anderer Betreff genügt: Ohne eigenen Inhalt hat eine Variante den von A. Wer welche bekommt, wird bei der Vorbereitung gelost.',
  'prepare.form.spreadBy.abTest': 'zuerst ein Test, dann was gewinnt',
  'prepare.form.abShareBy': 'Im Test',
  'prepare.form.abShareBy.percent': 'ein Anteil von allen',
  'prepare.form.abShareBy.number': 'so viele Personen',
  'prepare.form.abPercent': 'Prozent von allen',
  'prepare.form.abPercentHint': 'Von 1 bis 90, alle Varianten zusammen; höchstens 50.000 Personen.',
  'prepare.form.abPeople': 'Personen im Test',
  'prepare.form.abPeopleHint': 'Von 2 bis 50.000, alle Varianten zusammen.',
  'prepare.form.abDecideBy': 'Entschieden nach',
  'prepare.form.abHours': 'Stunden vom Test bis zur Entscheidung',
  'prepare.form.abHoursHint':
    'Von 1 bis 72, sobald der Test hinaus ist. Dann bekommt der Rest, was gewonnen hat; wo zu wenige etwas taten, Variante A.',
  'prepare.wrong.schedule.abTest':
    'Geben Sie ganze Zahlen an: 1 bis 90 Prozent oder 2 bis 50.000 Personen, und 1 bis 72 Stunden, weniger als die Mails gültig sind. Links müssen gemessen werden, und es gibt eine bis vier Varianten des Inhalts.',
};
