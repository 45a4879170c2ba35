import type { words as en } from '../en/write-draft.ts';

export const words: Record<keyof typeof en, string> = {
  'write.kept': 'Ihre ungespeicherten Änderungen von {time} sind wieder da.',
  'write.kept.why': 'Sie wurden in diesem Browser aufbewahrt, ohne Adressen. Speichern entfernt sie.',
  'write.kept.discard': 'Verwerfen',
  'write.notKept':
    'Dieser Browser hat keinen Platz, Ihre Änderungen aufzubewahren. Speichern Sie sie, bevor Sie diese Seite schließen.',
  'write.leave': 'Ohne Speichern verlassen?',
  'write.leave.why':
    'Ihre Änderungen sind nicht gespeichert. Sie bleiben in diesem Browser und sind wieder da, wenn Sie diese Seite erneut öffnen.',
  'write.leave.lost':
    'Ihre Änderungen sind nicht gespeichert, und dieser Browser hat keinen Platz, sie aufzubewahren. Wenn Sie die Seite verlassen, gehen sie verloren.',
  'write.leave.stay': 'Bleiben',
  'write.leave.go': 'Verlassen',
  'write.conflict': '{name} hat diesen Versand inzwischen geändert ({time}).',
  'write.conflict.choose': 'Wählen Sie, was gilt, wo Sie beide etwas geändert haben. Noch ist nichts gespeichert.',
  'write.conflict.nothing': 'Sie haben nicht dasselbe geändert. Fahren Sie fort und speichern Sie noch einmal.',
  'write.conflict.taken': 'Nur dort geändert und übernommen: {parts}.',
  'write.conflict.lines': 'Von der anderen Fassung zu Ihrer',
  'write.conflict.mine': 'Meine Fassung',
  'write.conflict.theirs': 'Die andere Fassung',
  'write.conflict.goOn': 'Damit fortfahren',
  'write.part.name': 'Name',
  'write.part.subject': 'Betreff',
  'write.part.preheader': 'Vorschautext',
  'write.part.source': 'Inhalt',
  'write.part.text': 'Textfassung',
  'write.part.schedule': 'Planung',
  'write.part.confirmation': 'Bestätigung',
  'write.part.limits': 'Warnungen',
  'write.part.audience': 'Empfänger',
  'write.part.rules': 'Regeln',
  'write.part.sender': 'Absender',
  'write.test': 'Als Testmail senden',
  'write.test.to': 'An',
  'write.test.hint':
    'Höchstens zehn: Personen, die sich hier anmelden können, und Adressen, die diese Umgebung nennt. Sie bekommen die Mail wie oben, gespeichert oder nicht.',
  'write.test.send': 'Testmail senden',
  'write.test.sent':
    '{count, plural, one {Eine Mail ist unterwegs: „{subject}“.} other {{n} Mails sind unterwegs: „{subject}“.}}',
  'write.test.wrong.sender': 'Nennen Sie zuerst den Absender.',
  'write.test.wrong.addresses': 'Eine bis zehn Mailadressen, durch Kommas getrennt.',
};
