/** Words of templates that people save. */
export const words = {
  'write.saved': 'Saved templates',
  'write.saved.how':
    'What a campaign says can be saved as a template on its page, and new campaigns begin with it. A campaign never follows its template.',
  'write.saved.none': 'There are no templates yet.',
  'write.saved.noneFound': 'No template matches.',
  'write.saved.search': 'Search by name, subject or person',
  'write.saved.manage': 'All saved templates',
  'write.saved.use': 'New campaign with it',
  'write.saved.save': 'Save as a template',
  'write.saved.saveNew': 'Save under this name',
  'write.saved.done': 'Saved as “{name}”.',
  'write.saved.name': 'Name of the template',
  'write.saved.nameHint': 'Up to 100 characters; no other template has it.',
  'write.saved.take': 'Put it into “{name}”',
  'write.saved.takeWhy':
    'This campaign was begun with “{name}”. That template can say what the campaign says; other campaigns stay as they are.',
  'write.saved.rename': 'Rename',
  'write.saved.copy': 'Copy',
  'write.saved.delete': 'Delete',
  'write.saved.deleting': 'Delete “{name}”?',
  'write.saved.deletingWhy': 'Campaigns that were begun with it stay as they are.',
  'write.saved.gone': 'That template has been deleted since.',
  'write.saved.changed': 'That template has changed since; this campaign says what it said.',
};
