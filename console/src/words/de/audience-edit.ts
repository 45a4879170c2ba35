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
};
