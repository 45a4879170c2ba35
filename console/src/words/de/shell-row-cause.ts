import type { words as english } from '../en/shell-row-cause.ts';

/** The same in German. */
export const words: Record<keyof typeof english, string> = {
  'prepare.import.cause.columns': 'hat {columns} Spalten, die Kopfzeile hat {header}',
  'prepare.import.cause.id': 'die id besteht aus 1 bis 64 Buchstaben, Ziffern, - oder _',
  'prepare.import.cause.repeated': 'die id, oder ohne id die Adresse, steht schon in einer früheren Zeile',
  'prepare.import.cause.erased':
    'die Person mit dieser id wurde am {date} gelöscht: Nehmen Sie die Zeile aus der Datei; wer sich seitdem neu angemeldet hat, bekommt eine neue id',
  'prepare.import.cause.severalAddresses':
    'in der Zelle stehen mehrere Adressen, und niemand weiß, welche gemeint ist: lassen Sie eine davon stehen',
  'prepare.import.cause.addressTooLong': 'die Adresse ist länger als {most} Bytes, was Mail nicht befördert',
  'prepare.import.cause.notText': 'enthält Zeichen, die kein Text sind, etwa NUL',
  'prepare.import.cause.notStored':
    'lässt sich nicht speichern: die Datenbank nimmt die Zeile nicht, oder was unter dieser Kennung gespeichert ist, ist nicht lesbar',
  'prepare.import.cause.tooLarge': 'hat {bytes} Bytes; in ein Profil passen höchstens {most}',
  'prepare.import.cause.badBytes': 'enthält Bytes, die in der Zeichenkodierung der Datei keine Buchstaben sind',
  'prepare.import.cause.quoteOpen':
    'ein Anführungszeichen darin oder davor ist nicht geschlossen und hat das Folgende aufgenommen',
  'prepare.import.cause.optOutUnclear':
    'ob die Person sich abgemeldet hat oder Tracking ablehnt, lässt sich nicht lesen',
  'prepare.import.cause.fields': 'etwas darin ist nicht wie erwartet',
  'prepare.import.cause.attributeName':
    'das Merkmal {name} hat einen Namen, der sich nicht verwenden lässt, oder den eines anderen Merkmals',
  'prepare.import.cause.addressMissing': 'es hat weder eine bekannte id noch eine Adresse',
  'prepare.import.cause.merged': 'das Profil dieser id wurde mit {into} zusammengeführt: nennen Sie jenes',
};
