import type { words as en } from '../en/shell-way-on-write.ts';

export const words: Record<keyof typeof en, string> = {
  'shell.wayOn.templateChanged': 'Laden Sie die Seite neu, und ändern Sie noch einmal.',
  'shell.wayOn.templateNamed': 'Geben Sie ihr einen anderen Namen.',
  'shell.wayOn.tooManyTemplates':
    'Löschen Sie eine, die niemand braucht. Versände, die mit ihr begonnen wurden, bleiben, wie sie sind.',
  'shell.wayOn.snippetChanged': 'Laden Sie die Seite neu, und ändern Sie noch einmal.',
  'shell.wayOn.snippetNamed': 'Geben Sie ihm einen anderen Namen, oder ändern Sie jenen.',
  'shell.wayOn.snippetBroken': 'Berichtigen Sie ihn: Jede Bedingung und jede Schleife endet in dem Baustein.',
  'shell.wayOn.snippetInUse':
    'Nehmen Sie ihn dort zuerst heraus. Oder löschen Sie ihn trotzdem: Was vorbereitet ist, wird gesendet, wie es ist.',
  'shell.wayOn.tooManySnippets': 'Löschen Sie einen, den nichts braucht.',
};
