import type { words as en } from '../en/audience-upload.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.upload.sending': '{name} wird hochgeladen: {percent} % von {megabytes} MB',
  'prepare.upload.waiting': 'Die Verbindung ist unterbrochen; es geht weiter, sobald sie wieder da ist.',
  'prepare.upload.jobs': 'Große Importe',
  'prepare.upload.of': '{name} in die Liste {list}',
  'prepare.upload.state.uploading':
    'Nicht begonnen: Das Hochladen ist nicht abgeschlossen, oder die Datei wurde nur angesehen. Wählen Sie dieselbe Datei noch einmal; gesendet wird nur, was fehlt.',
  'prepare.upload.state.reading': 'Wird gelesen und geprüft.',
  'prepare.upload.state.writing': 'Wird geschrieben; bevor alles geschrieben ist, zählt nichts davon.',
  'prepare.upload.state.settling': 'Zählt. Abmeldungen und geänderte Adressen werden noch übernommen.',
  'prepare.upload.state.done': 'Importiert.',
  'prepare.upload.state.refused': 'Kann so nicht importiert werden.',
  'prepare.upload.state.failed': 'Wurde aufgegeben; die Liste ist, was sie war.',
  'prepare.upload.state.cancelled': 'Abgebrochen; die Liste ist, was sie war.',
  'prepare.upload.rows': 'Gelesene Zeilen: {read}; angenommen: {accepted}; abgelehnt: {rejected}.',
  'prepare.upload.pace': '{percent} %, {perSecond} Zeilen je Sekunde, fertig gegen {endsAt}',
  'prepare.upload.asOf': 'Stand: {at}.',
  'prepare.upload.cancel': 'Import von {name} abbrechen',
  'prepare.upload.rejections': 'Abgelehnte Zeilen als CSV speichern',
};
