/** Words of adding and changing a profile. */
export const words = {
  'audience.edit': 'Change this profile',
  'audience.edit.do': 'Change',
  'audience.edit.listsHint': 'Names of lists, apart by commas. A name that is new becomes a list.',
  'audience.edit.newName': 'Name of another attribute',
  'audience.edit.newValue': 'Its value',
  'audience.edit.save': 'Save',
  'audience.edit.cancel': 'Cancel',
  'audience.add': 'Add a profile',
  'audience.add.do': 'Add',
  'audience.merge': 'Merge with another profile',
  'audience.merge.other': 'Id of the other profile of this person',
  'audience.merge.otherHint': 'It becomes part of this one. Search by the address shows the id.',
  'audience.merge.look': 'Compare',
  'audience.merge.title': 'Merge these profiles?',
  'audience.merge.effect':
    '{other} becomes part of {own}: lists and history of both, what is empty here is taken from there. If one of both opted out or refuses tracking, that holds for both addresses. This cannot be undone; your name is kept.',
  'audience.merge.choose': 'Both say something else. Tick what is taken of the other profile:',
  'audience.merge.take': '{name}: “{other}” instead of “{own}”',
  'audience.merge.do': 'Merge',
  'audience.merge.keep': 'Keep both',
};
