import type { words as en } from '../en/schedule-waves.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.validity': 'Gültig bis',
  'prepare.validity.hours': '{count, plural, one {{n} Stunde nach dem Start} other {{n} Stunden nach dem Start}}',
  'prepare.validity.rest': 'was bis dahin nicht übergeben ist, wird gestoppt',
  'prepare.hint.validity.wrong':
    'Was bis dahin nicht an SES übergeben ist, wird gestoppt. Wählen Sie im Zeitplan eine spätere Zeit, oder weniger Empfänger.',
  'prepare.waves': 'Wellen',
  'prepare.waves.waiting': 'nicht vor {time}',
  'prepare.waves.once': 'nach der Bestätigung, jede {gap} nach der vorigen',
  'prepare.waves.sending': 'seit {time}',
  'prepare.waves.sent': 'hinaus',
  'run.say.Sending.wave': 'Welle {n} von {of} geht frühestens {time}, solange nichts angehalten ist.',
  'confirm.event.waveBegun': 'Nächste Welle begonnen',
  'prepare.hint.waves.wrong':
    'Die nächste Welle geht nur, wenn die vorige hinaus ist, die Bremse nicht gegriffen und niemand angehalten hat.',
  'prepare.hint.rampTooShort.wrong':
    'Kein Tag bekommt mehr, als für ihn vorgesehen ist, also bekämen es nicht alle. Wählen Sie mehr für den ersten Tag, einen größeren Zuwachs oder weniger Empfänger.',
  'prepare.hint.recipientZones.wrong':
    'Zone nicht bekannt: {unknown} Personen, sie bekommen sie nach {by}. Zeit schon vorbei: {passed}. Irgendwo ist es 24 Stunden früher so spät als anderswo: Bereiten Sie früh genug vor, und bestätigen Sie früh genug.',
};
