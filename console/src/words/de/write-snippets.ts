/** Wörter der Bausteine, die Inhalte beim Namen nennen. */
export const words = {
  'write.snippets': 'Bausteine',
  'write.snippets.one': 'Baustein',
  'write.snippets.how':
    'Stücke wie eine Fußzeile oder ein Impressum, die Inhalte beim Namen nennen. Was vorbereitet ist, behält, was ein Baustein damals sagte; eine Serie, die ohne Nachfrage sendet, fragt nach, sobald einer ihrer Bausteine geändert ist.',
  'write.snippets.none': 'Noch gibt es keine Bausteine.',
  'write.snippets.noneFound': 'Kein Baustein passt dazu.',
  'write.snippets.search': 'Nach Name oder Text suchen',
  'write.snippets.add': 'Neuer Baustein',
  'write.snippets.manage': 'Alle Bausteine',
  'write.snippets.choose': 'Baustein auswählen',
  'write.snippets.insert': 'Baustein einfügen',
  'write.snippets.use': 'Diesen Baustein einfügen',
  'write.snippets.asked': 'Baustein: {name}',
  'write.snippets.name': 'Name des Bausteins',
  'write.snippets.nameHint': 'Kleinbuchstaben, Ziffern und Bindestriche; er bleibt. In Inhalten steht {example}.',
  'write.snippets.text': 'Text des Bausteins',
  'write.snippets.textHint': 'MJML, HTML oder Text mit Platzhaltern, höchstens 10.000 Bytes.',
  'write.snippets.save': 'Baustein speichern',
  'write.snippets.saved': 'Gespeichert.',
  'write.snippets.delete': 'Löschen',
  'write.snippets.deleting': 'Den Baustein „{name}“ löschen?',
  'write.snippets.deletingWhy':
    'Was vorbereitet ist, wird gesendet, wie es ist. Nichts anderes, was ihn nennt, lässt sich noch vorbereiten.',
  'write.snippets.usedBy': 'Diese nennen ihn: {names}',
};
