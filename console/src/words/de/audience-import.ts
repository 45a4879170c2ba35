import type { words as en } from '../en/audience-import.ts';

export const words: Record<keyof typeof en, string> = {
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
  'prepare.import.cause.notStored':
    'lässt sich nicht speichern: die Datenbank nimmt die Zeile nicht, oder was unter dieser Kennung gespeichert ist, ist nicht lesbar',
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
  'prepare.import.unreadable':
    'Was zu diesen Listen gespeichert ist, lässt sich nicht lesen: {{lists}}. Sagen Sie dem Betrieb Bescheid; alles andere geht weiter.',
  'prepare.import.windows1252':
    'Die Datei war nicht UTF-8 und wurde als Windows-1252 gelesen. Prüfen Sie Namen mit Umlauten.',
};
