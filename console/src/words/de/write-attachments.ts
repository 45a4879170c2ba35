import type { words as en } from '../en/write-attachments.ts';

export const words: Record<keyof typeof en, string> = {
  'write.part.attachments': 'Anhänge',
  'prepare.wrong.content.attachments':
    'Höchstens 10 Dateien mit verschiedenen Namen, jede höchstens 4 MB, zusammen 6 MB.',
  'write.attachments.file': 'Dateien',
  'write.attachments.how':
    'Wählen Sie Dateien, oder ziehen Sie sie hierher: PDF, Office-Dokumente ohne Makros, Text, Kalender, Bilder. Höchstens 4 MB je Datei und 6 MB zusammen, für höchstens {people} Personen.',
  'write.attachments.busy': 'Wird hochgeladen …',
  'write.attachments.added': '{count, plural, one {Angehängt: {count} Datei} other {Angehängt: {count} Dateien}}',
  'write.attachments.remove': '{name} entfernen',
  'write.attachments.removed': 'Entfernt: {name}',
  'write.attachments.weight':
    'Sie machen jede Mail {n} KB schwerer. Ein Link kostet nichts und zeigt, wer ihm gefolgt ist.',
};
