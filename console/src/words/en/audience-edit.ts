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
};
