const en = {
  'track.history.erased': 'The person is erased: which messages it got is not shown any more.',
  'track.erase.tile': 'Data of this person',
  'track.erase.what':
    'On request (GDPR, Article 17) the address, attributes, lists and the standing of the address are erased. Figures stay as they are.',
  'track.erase.whoMay': 'Whoever holds Administration can erase the data of this person.',
  'track.erase': 'Erase this person',
  'track.erase.title': 'Erase this person?',
  'track.erase.effect':
    'Address, attributes and lists go at once, for good, and nobody is written to at this address until a new consent: for that a digest of it is kept, from which it cannot be read. What past runs froze keeps the address for a while, because what was confirmed is never rewritten: afterwards you read here in which runs, and until when.',
  'track.erase.cancel': 'Keep the data',
  'track.erase.done': 'Erased {{at}}.',
  'track.erase.ask': 'Where is the address still?',
  'track.erase.none': 'No run that was prepared holds the address.',
  'track.erase.runs': 'The frozen audiences of these runs still hold the address; each is deleted by itself:',
  'track.erase.until': 'until {{at}}',
  'track.erase.latest':
    'By {{at}} nothing that was frozen holds it. Backups of the tables hold it until {{backups}}; they are read only when a table has to be restored.',
};

const de: Record<keyof typeof en, string> = {
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
  'track.erase.done': 'Gelöscht {{at}}.',
  'track.erase.ask': 'Wo steht die Adresse noch?',
  'track.erase.none': 'Keine vorbereitete Ausführung enthält die Adresse.',
  'track.erase.runs':
    'Die eingefrorenen Zielgruppen dieser Ausführungen enthalten die Adresse noch; jede wird von selbst gelöscht:',
  'track.erase.until': 'bis {{at}}',
  'track.erase.latest':
    'Am {{at}} enthält sie nichts Eingefrorenes mehr. Sicherungen der Tabellen enthalten sie bis {{backups}}; gelesen werden sie nur, wenn eine Tabelle wiederhergestellt werden muss.',
};

/** Words of the erasure of a person. */
export const eraseWords = { en, de };
