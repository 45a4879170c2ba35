const en = {
  'prepare.import.title': 'Import profiles from a CSV file',
  'prepare.import.hint':
    'A header and a column "email"; further columns become placeholders. Columns "opted_out" and "quarantined" with yes or no are honoured. At most 4.5 MB and 30,000 rows.',
  'prepare.import.file': 'CSV file',
  'prepare.import.list': 'Into the list',
  'prepare.import.listHint': 'letters, digits, - and _',
  'prepare.import.do': 'Import',
  'prepare.import.busy': 'Importing …',
  'prepare.import.done': '{{accepted}} of {{rows}} rows are in the list {{list}}; rejected: {{rejected}}.',
  'prepare.import.line': 'Line {{line}}:',
  'prepare.import.cause.columns': 'has {{columns}} columns, the header has {{header}}',
  'prepare.import.cause.id': 'the id takes 1 to 64 letters, digits, - or _',
  'prepare.import.cause.repeated': 'the id, or the address of a row without id, stands in an earlier row',
  'prepare.import.cause.erased':
    'the person of this id was erased on {{date}}: take the row out of the file; who has signed up again since gets a new id',
  'prepare.import.cause.addressTooLong': 'the address is longer than {{most}} bytes, which mail cannot carry',
  'prepare.import.cause.notText': 'holds signs that are no text, such as NUL',
  'prepare.import.cause.tooLarge': 'has {{bytes}} bytes; at most {{most}} fit into a profile',
  'prepare.import.more': 'and {{n}} more',
  'prepare.import.optedOut': 'Who opted out was read from: {{columns}}.',
  'prepare.import.quarantined': 'Who is in quarantine was read from: {{columns}}.',
  'prepare.import.notTaken': 'Columns without a name that can be used, which were left out: {{columns}}.',
  'prepare.import.changed': 'These are the same people: write the new addresses ({{n}})',
  'prepare.import.givenUp':
    'An import into the list {{list}} could not be written and was given up ({{at}}). The list is what it was.',
  'prepare.import.givenUpRows': 'Of its rows ({{rows}}), {{written}} stand in their profiles. Import the file again.',
  'prepare.import.givenUpUnknown':
    'How many of its rows ({{rows}}) stand in their profiles is not known. Import the file again.',
  'prepare.import.windows1252': 'The file was not UTF-8 and was read as Windows-1252. Check names with umlauts.',
};

const de: Record<keyof typeof en, string> = {
  'prepare.import.title': 'Profile aus einer CSV-Datei importieren',
  'prepare.import.hint':
    'Eine Kopfzeile und eine Spalte „email“; weitere Spalten werden Platzhalter. Die Spalten „opted_out“ und „quarantined“ mit ja oder nein werden beachtet. Höchstens 4,5 MB und 30.000 Zeilen.',
  'prepare.import.file': 'CSV-Datei',
  'prepare.import.list': 'In die Liste',
  'prepare.import.listHint': 'Buchstaben, Ziffern, - und _',
  'prepare.import.do': 'Importieren',
  'prepare.import.busy': 'Wird importiert …',
  'prepare.import.done': '{{accepted}} von {{rows}} Zeilen stehen in der Liste {{list}}; abgelehnt: {{rejected}}.',
  'prepare.import.line': 'Zeile {{line}}:',
  'prepare.import.cause.columns': 'hat {{columns}} Spalten, die Kopfzeile hat {{header}}',
  'prepare.import.cause.id': 'die id besteht aus 1 bis 64 Buchstaben, Ziffern, - oder _',
  'prepare.import.cause.repeated': 'die id, oder ohne id die Adresse, steht schon in einer früheren Zeile',
  'prepare.import.cause.erased':
    'die Person mit dieser id wurde am {{date}} gelöscht: Nehmen Sie die Zeile aus der Datei; wer sich seitdem neu angemeldet hat, bekommt eine neue id',
  'prepare.import.cause.addressTooLong': 'die Adresse ist länger als {{most}} Bytes, was Mail nicht befördert',
  'prepare.import.cause.notText': 'enthält Zeichen, die kein Text sind, etwa NUL',
  'prepare.import.cause.tooLarge': 'hat {{bytes}} Bytes; in ein Profil passen höchstens {{most}}',
  'prepare.import.more': 'und {{n}} weitere',
  'prepare.import.optedOut': 'Wer sich abgemeldet hat, wurde hier gelesen: {{columns}}.',
  'prepare.import.quarantined': 'Wer in Quarantäne ist, wurde hier gelesen: {{columns}}.',
  'prepare.import.notTaken': 'Spalten ohne verwendbaren Namen, die weggelassen wurden: {{columns}}.',
  'prepare.import.changed': 'Es sind dieselben Personen: die neuen Adressen schreiben ({{n}})',
  'prepare.import.givenUp':
    'Ein Import in die Liste {{list}} ließ sich nicht schreiben und wurde aufgegeben ({{at}}). Die Liste ist, was sie war.',
  'prepare.import.givenUpRows':
    'Von seinen Zeilen ({{rows}}) stehen {{written}} in ihren Profilen. Importieren Sie die Datei erneut.',
  'prepare.import.givenUpUnknown':
    'Wie viele seiner Zeilen ({{rows}}) in ihren Profilen stehen, ist nicht bekannt. Importieren Sie die Datei erneut.',
  'prepare.import.windows1252':
    'Die Datei war nicht UTF-8 und wurde als Windows-1252 gelesen. Prüfen Sie Namen mit Umlauten.',
};

/** Words of the import of profiles. */
export const importWords = { en, de };
