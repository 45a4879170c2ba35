import type { words as en } from '../en/languages.ts';

/** Words of campaigns in several languages. */
export const words: Record<keyof typeof en, string> = {
  'prepare.hint.languages.wrong':
    'Alle anderen bekommen ihn auf {fallback}: {without} ohne Sprache, {others} mit einer anderen.',
  'prepare.hint.languages.nobody': 'Niemand bekommt ihn auf {names}.',
  'prepare.check.inLanguage': '{language}: {title}',
  'prepare.check.alsoIn': 'Dasselbe gilt für {languages}.',
  'prepare.languages': 'Sprachen',
  'prepare.languages.language': 'Sprache',
  'prepare.languages.subject': 'Betreff',
  'prepare.languages.recipients': 'Empfänger',
  'prepare.languages.rest': '{language}, und alle anderen',
  'prepare.preview.language': 'Sprache',
  'prepare.proofs.language': 'Sprache',
  'confirm.diff.language.kept': '{language}',
  'confirm.diff.language.new': '{language} (neu)',
  'confirm.diff.language.gone': '{language} (nicht mehr dabei)',
  'confirm.diff.field.language': 'Sprache des Inhalts',
  'kpi.languages': 'Zahlen nach Sprache',
  'kpi.languages.recipients': 'Empfänger',
  'kpi.languages.handedOver': 'Übergeben',
  'kpi.languages.left': 'Noch offen',
  'kpi.languages.delivered': 'Zugestellt',
  'kpi.languages.opened': 'Geöffnet',
  'kpi.languages.clicked': 'Geklickt',
  'write.languages': 'Sprachen der Mail',
  'write.languages.add': '{language} hinzufügen',
  'write.languages.another': 'Weitere Sprache',
  'write.languages.addThis': 'Hinzufügen',
  'write.languages.remove': '{language} entfernen',
  'write.languages.own': 'Sprache des Inhalts für alle anderen',
  'write.languages.hint':
    'Der Inhalt wird kopiert, damit Sie ihn übersetzen. Wer ihn bekommt, sagt die Spalte language eines Profils.',
  'write.languages.several': 'Wer keine dieser Sprachen hat, bekommt {language}.',
  'write.template.in.both': 'Beide',
  'write.part.languages': 'Sprachen',
  'prepare.wrong.content.variants':
    'In einer anderen Sprache oder Variante fehlt etwas oder ist zu lang, alle zusammen sind zu lang, oder dem Test fehlt eine Variante.',
};
