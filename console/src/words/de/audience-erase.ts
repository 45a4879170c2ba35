import type { words as en } from '../en/audience-erase.ts';

export const words: Record<keyof typeof en, string> = {
  'track.history.erased': 'Die Person ist gelöscht: Welche Nachrichten sie bekam, wird nicht mehr gezeigt.',
  'track.erase.tile': 'Daten dieser Person',
  'track.erase.what':
    'Auf Verlangen (DSGVO, Artikel 17) werden Adresse, Merkmale, Listen und der Stand der Adresse gelöscht. Die Zahlen bleiben, wie sie sind.',
  'track.erase.whoMay': 'Wer die Rolle Administration hat, kann die Daten dieser Person löschen.',
  'track.erase': 'Diese Person löschen',
  'track.erase.title': 'Diese Person löschen?',
  'track.erase.effect':
    'Adresse, Merkmale und Listen sind sofort und endgültig weg, und niemandem wird an dieser Adresse geschrieben, bis neu eingewilligt wird: Dafür bleibt ein Prüfwert von ihr, aus dem sie sich nicht lesen lässt. Was vergangene Ausführungen eingefroren haben, enthält die Adresse noch eine Weile, denn was bestätigt wurde, wird nie umgeschrieben: Danach lesen Sie hier, in welchen Ausführungen und bis wann.',
  'track.erase.cancel': 'Daten behalten',
  'track.erase.done': 'Gelöscht {at}.',
  'track.erase.ask': 'Wo steht die Adresse noch?',
  'track.erase.none': 'Keine vorbereitete Ausführung enthält die Adresse.',
  'track.erase.noneSoFar': 'Keine der neuesten Ausführungen enthält die Adresse.',
  'track.erase.more': 'In ältere Ausführungen sehen',
  'track.erase.runs':
    'Die eingefrorenen Zielgruppen dieser Ausführungen enthalten die Adresse noch; jede wird von selbst gelöscht:',
  'track.erase.until': 'bis {at}',
  'track.erase.latest':
    'Am {at} enthält sie nichts Eingefrorenes mehr. Sicherungen der Tabellen enthalten sie bis {backups}; gelesen werden sie nur, wenn eine Tabelle wiederhergestellt werden muss.',
};
