import type { words as en } from '../en/audience-import.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.import.title': 'Profile aus einer Datei importieren',
  'prepare.import.hint':
    'Eine Tabelle, deren Spalten Namen haben, eine davon mit Mailadressen; weitere Spalten werden Platzhalter. Eine große Datei wird in Teilen hochgeladen, höchstens 1 GB; eine Arbeitsmappe hat höchstens 25 MB.',
  'prepare.import.file': 'CSV-Datei oder Excel-Arbeitsmappe (.xlsx)',
  'prepare.import.list': 'In die Liste',
  'prepare.import.listHint': 'Buchstaben, Ziffern, - und _',
  'prepare.import.do': 'Importieren',
  'prepare.import.busy': 'Wird importiert …',
  'prepare.import.done': '{accepted} von {rows} Zeilen stehen in der Liste {list}; abgelehnt: {rejected}.',
  'prepare.import.line': 'Zeile {line}:',
  'prepare.import.cell': 'Zeile {line}, {column} („{value}“):',
  'prepare.import.more': 'und {n} weitere',
  'prepare.import.optedOut': 'Wer sich abgemeldet hat, wurde hier gelesen: {columns}.',
  'prepare.import.quarantined': 'Wer in Quarantäne ist, wurde hier gelesen: {columns}.',
  'prepare.import.notTaken': 'Spalten ohne verwendbaren Namen, die weggelassen wurden: {columns}.',
  'prepare.import.changed': 'Es sind dieselben Personen: die neuen Adressen schreiben ({n})',
  'prepare.import.look.upload': 'Hochladen und ansehen',
  'prepare.import.look.uploadHint':
    'Eine Arbeitsmappe von mehr als 4,5 MB wird hochgeladen, bevor sie angesehen wird. Importiert wird dabei nichts.',
  'prepare.import.look.busy': 'Die Datei wird angesehen …',
  'prepare.import.look.rows': 'Erste Zeilen der Datei',
  'prepare.import.look.columns': 'Was jede Spalte wird',
  'prepare.import.look.columnsHint':
    'Vorgeschlagen nach Namen und Zellen. Berichtigen Sie, was nicht gemeint ist; die Wahl wird für die Liste gemerkt.',
  'prepare.import.look.name': 'Name von {column} in Vorlagen und Filtern',
  'prepare.import.look.unclear':
    'Sagt vielleicht, dass jemand nicht angeschrieben werden darf: {words}. Wählen Sie, was sie bedeutet.',
  'prepare.import.look.hidden':
    'Zeilen, die in der Tabelle ausgeblendet sind, etwa durch einen Filter: {n}. Sie werden importiert wie die anderen; sind sie nicht gemeint, kopieren Sie die sichtbaren in eine neue Arbeitsmappe.',
  'prepare.import.look.unread': 'Zellen, die nicht von dieser Art sind: {n}',
  'prepare.import.look.remembered': 'Wie zuvor für diese Liste gewählt',
  'prepare.import.look.encoding': 'Zeichenkodierung',
  'prepare.import.look.encodingHint': 'Wenn Buchstaben in den ersten Zeilen falsch aussehen, wählen Sie eine andere.',
  'prepare.import.look.sheet': 'Blatt',
  'prepare.import.look.damaged':
    'Diese Zeilen enthalten Bytes, die keine Buchstaben sind, und würden abgelehnt: {lines}',
  'prepare.import.as.address': 'Mailadresse',
  'prepare.import.as.id': 'Id der Person',
  'prepare.import.as.optedOut': 'Abgemeldet',
  'prepare.import.as.optedIn': 'Hat eingewilligt (nein oder leer: abgemeldet)',
  'prepare.import.as.quarantined': 'In Quarantäne',
  'prepare.import.as.firstName': 'Vorname',
  'prepare.import.as.lastName': 'Nachname',
  'prepare.import.as.fullName': 'Voller Name',
  'prepare.import.as.consentDate': 'Datum der Einwilligung',
  'prepare.import.as.language': 'Sprache',
  'prepare.import.as.timeZone': 'Zeitzone',
  'prepare.import.as.text': 'Anderer Text',
  'prepare.import.as.number': 'Zahl',
  'prepare.import.as.date': 'Datum',
  'prepare.import.as.yesNo': 'Ja oder Nein',
  'prepare.import.as.ignored': 'Übergehen',
  'prepare.import.as.unclear': '– wählen –',
  'prepare.import.as.notTaken': 'Weggelassen: kein verwendbarer Name',
  'prepare.import.open.address': 'Wählen Sie, welche Spalte die Mailadressen enthält.',
  'prepare.import.open.addresses': 'Nur eine Spalte kann die Mailadressen enthalten.',
  'prepare.import.open.unclear': 'Wählen Sie, was die markierten Spalten bedeuten.',
  'prepare.import.open.name': 'Ein Name besteht aus kleinen Buchstaben, Ziffern und _, etwa vorname.',
  'prepare.import.keepEmpty': 'Leere Zellen lassen stehen, was bekannt ist',
  'prepare.import.keepEmptyHint':
    'Sonst leert eine leere Zelle den Wert. Spalten, die nicht in der Datei sind, ändern nie etwas.',
  'prepare.import.givenUp':
    'Ein Import in die Liste {list} ließ sich nicht schreiben und wurde aufgegeben ({at}). Die Liste ist, was sie war.',
  'prepare.import.givenUpRows':
    'Von seinen Zeilen ({rows}) stehen {written} in ihren Profilen. Importieren Sie die Datei erneut.',
  'prepare.import.givenUpUnknown':
    'Wie viele seiner Zeilen ({rows}) in ihren Profilen stehen, ist nicht bekannt. Importieren Sie die Datei erneut.',
  'prepare.import.unreadable':
    'Was zu diesen Listen gespeichert ist, lässt sich nicht lesen: {lists}. Sagen Sie dem Betrieb Bescheid; alles andere geht weiter.',
  'prepare.import.encoding':
    'Die Datei war nicht UTF-8 und wurde als {encoding} gelesen. Prüfen Sie Namen mit Umlauten.',
  'prepare.import.unread':
    '{name}: Werte, die sich nicht als {type} lesen lassen: {n} (Zeilen {lines} …). Sie werden importiert, wie sie sind; Fehlerwerte wie #NV sagen nichts.',
  'prepare.import.type.text': 'Text',
  'prepare.import.type.number': 'Zahl',
  'prepare.import.type.date': 'Datum',
  'prepare.import.type.yesNo': 'Ja oder Nein',
};
