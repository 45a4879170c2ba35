import type { words as en } from '../en/audience-edit.ts';

export const words: Record<keyof typeof en, string> = {
  'audience.edit': 'Dieses Profil ändern',
  'audience.edit.do': 'Ändern',
  'audience.edit.listsHint': 'Namen von Listen, durch Kommas getrennt. Ein neuer Name wird eine Liste.',
  'audience.edit.newName': 'Name eines weiteren Merkmals',
  'audience.edit.newValue': 'Sein Wert',
  'audience.edit.save': 'Speichern',
  'audience.edit.cancel': 'Abbrechen',
  'audience.add': 'Profil hinzufügen',
  'audience.add.do': 'Hinzufügen',
  'audience.merge': 'Mit einem anderen Profil zusammenführen',
  'audience.merge.other': 'id des anderen Profils dieser Person',
  'audience.merge.otherHint': 'Es wird Teil dieses Profils. Die Suche nach der Adresse zeigt die id.',
  'audience.merge.look': 'Vergleichen',
  'audience.merge.title': 'Diese Profile zusammenführen?',
  'audience.merge.effect':
    '{other} wird Teil von {own}: Listen und Verlauf von beiden; was hier leer ist, wird von dort genommen. Hat sich eines von beiden abgemeldet oder die Messung abgelehnt, gilt das für beide Adressen. Das lässt sich nicht rückgängig machen; Ihr Name wird festgehalten.',
  'audience.merge.choose': 'Beide sagen Verschiedenes. Kreuzen Sie an, was vom anderen Profil genommen wird:',
  'audience.merge.take': '{name}: „{other}“ statt „{own}“',
  'audience.merge.do': 'Zusammenführen',
  'audience.merge.keep': 'Beide behalten',
};
