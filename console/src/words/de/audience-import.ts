import type { words as en } from '../en/audience-import.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.import.title': 'Profile aus einer Datei importieren',
  'prepare.import.hint':
    'Eine Tabelle, deren Spalten Namen haben, eine davon mit Mailadressen; weitere Spalten werden Platzhalter. Eine große Datei wird in Teilen hochgeladen, höchstens 1 GB; eine Arbeitsmappe hat höchstens 4,5 MB.',
  'prepare.import.file': 'CSV-Datei oder Excel-Arbeitsmappe (.xlsx)',
  'prepare.import.list': 'In die Liste',
  'prepare.import.listHint': 'Buchstaben, Ziffern, - und _',
  'prepare.import.do': 'Importieren',
  'prepare.import.busy': 'Wird importiert …',
  'prepare.import.done': '{{accepted}} von {{rows}} Zeilen stehen in der Liste {{list}}; abgelehnt: {{rejected}}.',
  'prepare.import.line': 'Zeile {{line}}:',
  'prepare.import.cell': 'Zeile {{line}}, {{column}} („{{value}}“):',
  'prepare.import.cause.columns': 'hat {{columns}} Spalten, die Kopfzeile hat {{header}}',
  'prepare.import.cause.id': 'die id besteht aus 1 bis 64 Buchstaben, Ziffern, - oder _',
  'prepare.import.cause.repeated': 'die id, oder ohne id die Adresse, steht schon in einer früheren Zeile',
  'prepare.import.cause.erased':
    'die Person mit dieser id wurde am {{date}} gelöscht: Nehmen Sie die Zeile aus der Datei; wer sich seitdem neu angemeldet hat, bekommt eine neue id',
  'prepare.import.cause.merged': 'das Profil dieser id wurde mit {{into}} zusammengeführt: nennen Sie jenes',
  'prepare.import.cause.addressTooLong': 'die Adresse ist länger als {{most}} Bytes, was Mail nicht befördert',
  'prepare.import.cause.notText': 'enthält Zeichen, die kein Text sind, etwa NUL',
  'prepare.import.cause.notStored':
    'lässt sich nicht speichern: die Datenbank nimmt die Zeile nicht, oder was unter dieser Kennung gespeichert ist, ist nicht lesbar',
  'prepare.import.cause.tooLarge': 'hat {{bytes}} Bytes; in ein Profil passen höchstens {{most}}',
  'prepare.import.cause.badBytes': 'enthält Bytes, die in der Zeichenkodierung der Datei keine Buchstaben sind',
  'prepare.import.cause.quoteOpen':
    'ein Anführungszeichen darin oder davor ist nicht geschlossen und hat das Folgende aufgenommen',
  'prepare.import.cause.optOutUnclear':
    'ob die Person sich abgemeldet hat oder Tracking ablehnt, lässt sich nicht lesen',
  'prepare.import.cause.fields': 'etwas darin ist nicht wie erwartet',
  'prepare.import.cause.attributeName':
    'das Merkmal {{name}} hat einen Namen, der sich nicht verwenden lässt, oder den eines anderen Merkmals',
  'prepare.import.cause.addressMissing': 'es hat weder eine bekannte id noch eine Adresse',
  'prepare.import.more': 'und {{n}} weitere',
  'prepare.import.optedOut': 'Wer sich abgemeldet hat, wurde hier gelesen: {{columns}}.',
  'prepare.import.quarantined': 'Wer in Quarantäne ist, wurde hier gelesen: {{columns}}.',
  'prepare.import.notTaken': 'Spalten ohne verwendbaren Namen, die weggelassen wurden: {{columns}}.',
  'prepare.import.changed': 'Es sind dieselben Personen: die neuen Adressen schreiben ({{n}})',
  'prepare.import.look.busy': 'Die Datei wird angesehen …',
  'prepare.import.look.rows': 'Erste Zeilen der Datei',
  'prepare.import.look.columns': 'Was jede Spalte wird',
  'prepare.import.look.columnsHint':
    'Vorgeschlagen nach Namen und Zellen. Berichtigen Sie, was nicht gemeint ist; die Wahl wird für die Liste gemerkt.',
  'prepare.import.look.name': 'Name von {{column}} in Vorlagen und Filtern',
  'prepare.import.look.unclear':
    'Sagt vielleicht, dass jemand nicht angeschrieben werden darf: {{words}}. Wählen Sie, was sie bedeutet.',
  'prepare.import.look.unread': 'Zellen, die nicht von dieser Art sind: {{n}}',
  'prepare.import.look.remembered': 'Wie zuvor für diese Liste gewählt',
  'prepare.import.look.encoding': 'Zeichenkodierung',
  'prepare.import.look.encodingHint': 'Wenn Buchstaben in den ersten Zeilen falsch aussehen, wählen Sie eine andere.',
  'prepare.import.look.sheet': 'Blatt',
  'prepare.import.look.damaged':
    'Diese Zeilen enthalten Bytes, die keine Buchstaben sind, und würden abgelehnt: {{lines}}',
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
    'Ein Import in die Liste {{list}} ließ sich nicht schreiben und wurde aufgegeben ({{at}}). Die Liste ist, was sie war.',
  'prepare.import.givenUpRows':
    'Von seinen Zeilen ({{rows}}) stehen {{written}} in ihren Profilen. Importieren Sie die Datei erneut.',
  'prepare.import.givenUpUnknown':
    'Wie viele seiner Zeilen ({{rows}}) in ihren Profilen stehen, ist nicht bekannt. Importieren Sie die Datei erneut.',
  'prepare.import.unreadable':
    'Was zu diesen Listen gespeichert ist, lässt sich nicht lesen: {{lists}}. Sagen Sie dem Betrieb Bescheid; alles andere geht weiter.',
  'prepare.import.encoding':
    'Die Datei war nicht UTF-8 und wurde als {{encoding}} gelesen. Prüfen Sie Namen mit Umlauten.',
  'prepare.import.unread':
    '{{name}}: Werte, die sich nicht als {{type}} lesen lassen: {{n}} (Zeilen {{lines}} …). Sie werden importiert, wie sie sind.',
  'prepare.import.type.text': 'Text',
  'prepare.import.type.number': 'Zahl',
  'prepare.import.type.date': 'Datum',
  'prepare.import.type.yesNo': 'Ja oder Nein',
};
