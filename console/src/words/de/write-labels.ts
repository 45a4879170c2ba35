import type { words as en } from '../en/write-labels.ts';

export const words: Record<keyof typeof en, string> = {
  'labels.field': 'Etiketten',
  'labels.hint': 'Mit Kommas dazwischen, höchstens zehn. Zum Wiederfinden: Sie zu ändern macht nichts ungültig.',
  'labels.label': 'Etikett',
  'labels.any': 'alle Etiketten',
  'labels.counted': '{label} ({n})',
  'prepare.wrong.labels': 'Höchstens zehn Etiketten mit je höchstens 40 Zeichen.',
  'write.part.labels': 'Etiketten',
};
