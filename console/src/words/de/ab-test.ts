import type { words as en } from '../en/ab-test.ts';

/** Words of a test of several contents. */
export const words: Record<keyof typeof en, string> = {
  'abTest.variant': 'Variante {letter}',
  'abTest.rest': 'Alle anderen: was gewinnt',
  'abTest.variants': 'Varianten des Tests',
  'abTest.variants.variant': 'Variante',
  'abTest.opens': 'Öffnungen',
  'abTest.clicks': 'Klicks',
  'abTest.decidesAt': 'Der Test wird frühestens {time} entschieden, nach {by} von Menschen.',
  'abTest.decides':
    '{count, plural, one {Der Test wird {n} Stunde, nachdem er hinaus ist, entschieden, nach {by} von Menschen.} other {Der Test wird {n} Stunden, nachdem er hinaus ist, entschieden, nach {by} von Menschen.}}',
  'abTest.most': '{winner} hat gewonnen, {time}, nach {by} von Menschen: {figures}. Alle anderen bekommen sie.',
  'abTest.most.unclear':
    '{winner} lag vorn, {time}, nach {by} von Menschen, der Unterschied kann aber Zufall sein: {figures}. Alle anderen bekommen sie.',
  'abTest.tie':
    'Die besten waren gleich, {time}, nach {by} von Menschen: {figures}. Alle anderen bekommen die erste von ihnen, {winner}.',
  'abTest.tooFew':
    'Zu wenige für eine Entscheidung, {time}, nach {by} von Menschen: {figures}. Alle anderen bekommen {winner}.',
  'abTest.chosen':
    '{winner} wurde {time} von Hand gewählt; bis dahin, nach den {by} von Menschen: {figures}. Alle anderen bekommen sie.',
  'abTest.choose': 'Oder entscheiden Sie jetzt: Alle anderen bekommen die gewählte Variante sofort.',
  'abTest.choose.button': '{variant} an alle anderen senden',
  'abTest.choose.title': 'Den Test jetzt entscheiden?',
  'abTest.choose.why': 'Alle anderen bekommen {variant} sofort. Das lässt sich nicht zurücknehmen.',
  'abTest.figure': '{name} {did} von {known}',
  'abTest.known': 'Bekannt sein kann es von',
  'confirm.event.abTestDecided': 'Test entschieden',
  'prepare.hint.abTest.wrong':
    'Jede Variante bekommen mindestens {least} Personen, und von etwa {knowable} kann bekannt sein, was sie tun. Sind es bei einer weniger als {needed}, oder wartet niemand, wird nichts entschieden: Alle anderen bekommen Variante A.',
};
