/** Wörter der Vorlagen, die Menschen speichern. */
export const words = {
  'write.saved': 'Gespeicherte Vorlagen',
  'write.saved.how':
    'Was ein Versand sagt, lässt sich auf seiner Seite als Vorlage speichern, mit der neue Versände beginnen. Kein Versand folgt seiner Vorlage von selbst.',
  'write.saved.none': 'Noch gibt es keine Vorlagen.',
  'write.saved.noneFound': 'Keine Vorlage passt dazu.',
  'write.saved.search': 'Nach Name, Betreff oder Person suchen',
  'write.saved.manage': 'Alle gespeicherten Vorlagen',
  'write.saved.use': 'Neuer Versand damit',
  'write.saved.save': 'Als Vorlage speichern',
  'write.saved.saveNew': 'Unter diesem Namen speichern',
  'write.saved.done': 'Gespeichert als „{name}“.',
  'write.saved.name': 'Name der Vorlage',
  'write.saved.nameHint': 'Bis zu 100 Zeichen; keine andere Vorlage heißt so.',
  'write.saved.take': 'In „{name}“ übernehmen',
  'write.saved.takeWhy':
    'Dieser Versand wurde mit „{name}“ begonnen. Die Vorlage kann sagen, was der Versand sagt; andere Versände bleiben, wie sie sind.',
  'write.saved.rename': 'Umbenennen',
  'write.saved.copy': 'Kopieren',
  'write.saved.delete': 'Löschen',
  'write.saved.deleting': '„{name}“ löschen?',
  'write.saved.deletingWhy': 'Versände, die mit ihr begonnen wurden, bleiben, wie sie sind.',
  'write.saved.gone': 'Die Vorlage wurde inzwischen gelöscht.',
  'write.saved.changed': 'Die Vorlage hat sich seitdem geändert; dieser Versand sagt, was sie damals sagte.',
};
