import type { FileCause } from '../../../../domain/http/problem-cause.ts';

type Words = Record<`shell.${'cause' | 'wayOn'}.${FileCause}`, string>;

export const words: Words = {
  'shell.cause.csvUnreadable':
    'Die Datei lässt sich nicht als CSV lesen. Oft ist ein Anführungszeichen nicht geschlossen.',
  'shell.cause.csvEmpty': 'Die Datei enthält keine Zeilen.',
  'shell.cause.noAddressColumn': 'Keine Spalte der Datei enthält Mailadressen.',
  'shell.cause.importGivenUp':
    'Der Import ließ sich nicht schreiben und wurde aufgegeben. Von seinen Zeilen ({rows}) zählt keine; die Liste ist, was sie war.',
  'shell.cause.fileTooLarge': 'Die Datei hat {bytes} Bytes; möglich sind höchstens {maxBytes}.',
  'shell.cause.partsMissing': 'Teile der Datei sind noch nicht angekommen.',
  'shell.cause.uploadGone':
    'Was hochgeladen wurde, ist nicht mehr da: Ein begonnener Upload bleibt einen Tag, eine ganze Datei zwei Tage.',
  'shell.cause.uploadDiffers': 'Angekommen sind {bytes} Bytes; das ist nicht die Größe der Datei.',
  'shell.cause.importMovedOn': 'Der Import ist inzwischen weiter.',
  'shell.cause.tooManyRows':
    'Die Datei hat {rows} Zeilen, das sind {writes} Schreibvorgänge; in einen Import dieser Art passen höchstens {maxWrites}. Eine große Zeile braucht mehrere, eine Abmeldung fünf mehr, eine Quarantäne fünf mehr.',
  'shell.cause.tooManyColumns': 'Die Datei hat {width} Spalten; höchstens {maxWidth} sind möglich.',
  'shell.cause.bytesLost':
    'Die Datei wurde als Text gesendet und ist nicht UTF-8: Einige Buchstaben gingen auf dem Weg verloren.',
  'shell.cause.badBytes':
    'Die Kopfzeile enthält Bytes, die in ihrer Zeichenkodierung keine Buchstaben sind, in Zeile: {lines}.',
  'shell.cause.encodingUtf32': 'Die Datei ist in UTF-32 geschrieben, das nicht gelesen wird.',
  'shell.cause.encodingUnknown': 'Die Zeichenkodierung der Datei ist nicht bekannt. Vielleicht ist sie keine Tabelle.',
  'shell.cause.headerMissing': 'Die erste Zeile der Datei ist schon eine Person; keine Zeile benennt die Spalten.',
  'shell.cause.fileIsNoTable': 'Die Datei ist {name} und keine Tabelle, die sich hier lesen lässt.',
  'shell.cause.fileLocked': 'Die Arbeitsmappe ist durch ein Passwort geschützt.',
  'shell.cause.workbookBroken': 'Die Arbeitsmappe lässt sich nicht lesen.',
  'shell.cause.sheetOfLeft':
    'Der Name des Blattes {name} spricht vom Abmelden. Ob seine Personen angeschrieben werden dürfen, ist nicht zu erkennen.',
  'shell.cause.peopleLeftBelow':
    'Eine Zeile benennt niemanden und spricht vom Abmelden. Ob die Personen darunter angeschrieben werden dürfen, ist nicht zu erkennen; Zeile: {lines}.',
  'shell.cause.workbookUncalculated':
    'Das Blatt {name} enthält Formeln, die nie berechnet wurden; niemand weiß, was sie sagen.',
  'shell.cause.workbookTooLarge':
    'Die Arbeitsmappe enthält mehr, als ein Import fasst (25 MB, entpackt 96 MB), oder Zellen weit außerhalb der Tabelle sind gefüllt.',
  'shell.cause.sheetMissing': 'Die Arbeitsmappe hat kein Blatt mit diesem Namen.',
  'shell.cause.columnsMissing': 'Die Zuordnung nennt Spalten, die die Datei nicht hat: {names}.',
  'shell.cause.columnsCollide': 'Mehrere Spalten werden dasselbe: {names}.',
  'shell.cause.optOutUnclear':
    'Wer sich abgemeldet hat, in Quarantäne ist oder Tracking ablehnt, lässt sich nicht sicher lesen. Was diese Spalten enthalten: {columns}.',
  'shell.cause.noValidAddress': 'Keine der Zeilen ({rows}) hat eine gültige Mailadresse.',
  'shell.cause.idsOfOthers':
    'Von den ids der Datei sind {known} bekannt, und {changed} davon gehören zu anderen Adressen.',
  'shell.wayOn.csvUnreadable':
    'Speichern Sie die Tabelle noch einmal als CSV; die erste Zeile nennt die Spalten, eine davon heißt email.',
  'shell.wayOn.csvEmpty':
    'Wählen Sie eine Datei, deren erste Zeile die Spalten nennt, und darunter für jede Person eine Zeile.',
  'shell.wayOn.noAddressColumn':
    'Nennen Sie die Spalte mit den Adressen in der ersten Zeile „email“, und importieren Sie die Datei erneut.',
  'shell.wayOn.importGivenUp':
    'Importieren Sie die Datei erneut. Wird sie wieder aufgegeben, bitten Sie den Betrieb, in das Protokoll zu sehen.',
  'shell.wayOn.fileTooLarge':
    'Teilen Sie die Datei in zwei, beide mit der ersten Zeile, und importieren Sie beide in dieselbe Liste. Es wurde nichts importiert.',
  'shell.wayOn.partsMissing': 'Wählen Sie dieselbe Datei noch einmal: Gesendet wird nur, was fehlt.',
  'shell.wayOn.uploadGone': 'Wählen Sie die Datei noch einmal und importieren Sie sie.',
  'shell.wayOn.uploadDiffers':
    'Wählen Sie die Datei noch einmal und importieren Sie sie; ändern Sie sie dabei nicht. Es wurde nichts importiert.',
  'shell.wayOn.importMovedOn': 'Sehen Sie nach, wie weit er ist; was schon zählt, lässt sich nicht mehr abbrechen.',
  'shell.wayOn.tooManyRows':
    'Teilen Sie die Datei in zwei, beide mit der ersten Zeile, und importieren Sie beide in dieselbe Liste. Es wurde nichts importiert.',
  'shell.wayOn.tooManyColumns': 'Nehmen Sie die Spalten heraus, die keine Mail braucht. Es wurde nichts importiert.',
  'shell.wayOn.bytesLost': 'Senden Sie sie mit dem Content-Type application/octet-stream. Es wurde nichts importiert.',
  'shell.wayOn.badBytes':
    'Berichtigen Sie die Buchstaben dort und speichern Sie die Datei als UTF-8, oder wählen Sie ihre Zeichenkodierung. Es wurde nichts importiert.',
  'shell.wayOn.encodingUtf32': 'Speichern Sie die Tabelle als CSV in UTF-8. Es wurde nichts importiert.',
  'shell.wayOn.encodingUnknown':
    'Speichern Sie die Tabelle als CSV in UTF-8, oder wählen Sie ihre Zeichenkodierung. Es wurde nichts importiert.',
  'shell.wayOn.headerMissing':
    'Setzen Sie eine Zeile darüber, die die Spalten benennt, etwa email und vorname. Es wurde nichts importiert.',
  'shell.wayOn.fileIsNoTable':
    'Öffnen Sie sie in dem Programm, das sie geschrieben hat, und speichern Sie die Tabelle als .xlsx oder als CSV in UTF-8. Es wurde nichts importiert.',
  'shell.wayOn.fileLocked': 'Speichern Sie sie ohne Passwort oder als CSV in UTF-8. Es wurde nichts importiert.',
  'shell.wayOn.workbookBroken':
    'Öffnen Sie sie in Ihrer Tabellenkalkulation und speichern Sie sie neu als .xlsx oder als CSV in UTF-8. Es wurde nichts importiert.',
  'shell.wayOn.sheetOfLeft':
    'Geben Sie ihnen eine Spalte „abgemeldet“ mit ja darin oder dem Blatt einen anderen Namen. Es wurde nichts importiert.',
  'shell.wayOn.peopleLeftBelow':
    'Geben Sie ihnen eine Spalte „abgemeldet“ mit ja darin oder nehmen Sie sie heraus, und löschen Sie die Zeile. Es wurde nichts importiert.',
  'shell.wayOn.workbookUncalculated':
    'Öffnen Sie die Arbeitsmappe in Ihrer Tabellenkalkulation und speichern Sie sie neu. Es wurde nichts importiert.',
  'shell.wayOn.workbookTooLarge':
    'Kopieren Sie nur die Tabelle in eine neue Arbeitsmappe oder speichern Sie sie als CSV in UTF-8. Es wurde nichts importiert.',
  'shell.wayOn.sheetMissing':
    'Ihre Blätter: {names}. Wählen Sie eines davon oder keines für das erste. Es wurde nichts importiert.',
  'shell.wayOn.columnsMissing':
    'Sehen Sie die Datei noch einmal an und ordnen Sie die Spalten zu, die sie hat. Es wurde nichts importiert.',
  'shell.wayOn.columnsCollide':
    'Geben Sie jeder einen eigenen Namen oder übergehen Sie alle bis auf eine. Es wurde nichts importiert.',
  'shell.wayOn.optOutUnclear':
    'Nennen Sie die Spalte „opted_out“ oder „quarantined“ und schreiben Sie ja oder nein hinein, oder nehmen Sie sie aus der Datei. Es wurde nichts importiert.',
  'shell.wayOn.noValidAddress': 'Sehen Sie nach, ob die Adressspalte „email“ heißt. Es wurde nichts importiert.',
  'shell.wayOn.idsOfOthers':
    'Sind es Zeilennummern, nehmen Sie die Spalte mit den ids aus der Datei. Haben diese Personen wirklich neue Adressen, bestätigen Sie das. Es wurde nichts importiert.',
};
