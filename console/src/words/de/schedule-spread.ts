import type { words as en } from '../en/schedule-spread.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.form.validBy': 'Gültig bis',
  'prepare.form.validBy.none': 'ohne Ende',
  'prepare.form.validBy.time': 'Tag und Uhrzeit',
  'prepare.form.validBy.hours': 'einige Stunden nach dem Start',
  'prepare.form.validUntil': 'Danach wird nichts gesendet',
  'prepare.form.validHours': 'Stunden nach dem Start',
  'prepare.form.validHint': 'Was bis dahin nicht an SES übergeben ist, wird gestoppt, auch nach einer Pause.',
  'prepare.wrong.schedule.validity': 'Geben Sie eine Zeit nach dem Start an, oder ganze Stunden von 1 bis 744.',
  'prepare.validity': 'Gültig bis',
  'prepare.validity.hours_one': '{{n}} Stunde nach dem Start',
  'prepare.validity.hours_other': '{{n}} Stunden nach dem Start',
  'prepare.validity.rest': 'was bis dahin nicht übergeben ist, wird gestoppt',
  'prepare.check.validity.passed': 'Hinaus, solange sie gilt: bis {{until}}',
  'prepare.check.validity.wrong': 'Gültig bis {{until}}, die letzte Nachricht geht vielleicht erst {{ends}} hinaus',
  'prepare.hint.validity.wrong':
    'Was bis dahin nicht an SES übergeben ist, wird gestoppt. Wählen Sie im Zeitplan eine spätere Zeit, oder weniger Empfänger.',
};
