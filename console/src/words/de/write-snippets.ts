/** Wörter der Textbausteine, die Inhalte beim Namen nennen. */
export const words = {
  'write.snippets': 'Textbausteine',
  'write.snippets.one': 'Textbaustein',
  'write.snippets.how':
    'Stücke wie eine Fußzeile oder ein Impressum, die Inhalte beim Namen nennen. Was vorbereitet ist, behält, was ein Textbaustein damals sagte; eine Reihe, die ohne Nachfrage sendet, fragt nach, sobald einer ihrer Textbausteine geändert ist.',
  'write.snippets.none': 'Noch gibt es keine Textbausteine.',
  'write.snippets.noneFound': 'Kein Textbaustein passt dazu.',
  'write.snippets.search': 'Nach Name oder Text suchen',
  'write.snippets.add': 'Neuer Textbaustein',
  'write.snippets.manage': 'Alle Textbausteine',
  'write.snippets.choose': 'Textbaustein auswählen',
  'write.snippets.insert': 'Textbaustein einfügen',
  'write.snippets.use': 'Diesen Textbaustein einfügen',
  'write.snippets.asked': 'Textbaustein: {name}',
  'write.snippets.name': 'Name des Textbausteins',
  'write.snippets.nameHint': 'Kleinbuchstaben, Ziffern und Bindestriche; er bleibt. In Inhalten steht {example}.',
  'write.snippets.text': 'Text des Textbausteins',
  'write.snippets.textHint': 'MJML, HTML oder Text mit Platzhaltern, höchstens 10.000 Bytes.',
  'write.snippets.save': 'Textbaustein speichern',
  'write.snippets.saved': 'Gespeichert.',
  'write.snippets.delete': 'Löschen',
  'write.snippets.deleting': 'Den Textbaustein „{name}“ löschen?',
  'write.snippets.deletingWhy':
    'Was vorbereitet ist, wird gesendet, wie es ist. Nichts anderes, was ihn nennt, lässt sich noch vorbereiten.',
  'write.snippets.usedBy': 'Diese nennen ihn: {names}',
};
