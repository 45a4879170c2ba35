import type { words as en } from '../en/write-editor.ts';

export const words: Record<keyof typeof en, string> = {
  'write.text.made': 'Aus dem Inhalt gemacht',
  'write.text.own': 'Selbst schreiben',
  'write.text.madeHint':
    'Das bekommt, wer ohne HTML liest. Es folgt dem Inhalt und wird neu gemacht, sobald er sich ändert.',
  'write.text.outdated': 'Seit dieser Text geschrieben wurde, hat sich der Inhalt geändert.',
  'write.text.fits': 'Der Text passt noch',
  'write.text.makeAnew': 'Aus dem Inhalt machen',
  'write.editor.completions': 'Vorschläge',
  'write.editor.faults': 'Fehler',
  'write.editor.noFaults': 'Keine Fehler',
  'write.editor.close': 'Schließen',
  'write.editor.controlCharacter': 'Steuerzeichen',
  'write.editor.deleted': 'Auswahl gelöscht',
  'write.editor.lackedBy': 'fehlt bei {{n}} von {{people}}',
  'write.editor.keys': 'Die Tabulatortaste verlässt das Feld; Strg und Leertaste zeigen Vorschläge.',
};
