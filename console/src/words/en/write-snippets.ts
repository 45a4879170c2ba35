/** Words of snippets: pieces that contents take in by their names. */
export const words = {
  'write.snippets': 'Snippets',
  'write.snippets.one': 'Snippet',
  'write.snippets.how':
    'Pieces such as a footer or an imprint, which contents take in by their names. What is prepared already keeps what a snippet said then; a series that sends without asking asks once a snippet of it is changed.',
  'write.snippets.none': 'There are no snippets yet.',
  'write.snippets.noneFound': 'No snippet matches.',
  'write.snippets.search': 'Search by name or text',
  'write.snippets.add': 'New snippet',
  'write.snippets.manage': 'All snippets',
  'write.snippets.choose': 'Choose a snippet',
  'write.snippets.insert': 'Insert a snippet',
  'write.snippets.use': 'Insert this snippet',
  'write.snippets.asked': 'Snippet: {name}',
  'write.snippets.name': 'Name of the snippet',
  'write.snippets.nameHint': 'Small letters, digits and hyphens; it stays. Contents write {example}.',
  'write.snippets.text': 'Text of the snippet',
  'write.snippets.textHint': 'MJML, HTML or text with placeholders, at most 10,000 bytes.',
  'write.snippets.save': 'Save the snippet',
  'write.snippets.saved': 'Saved.',
  'write.snippets.delete': 'Delete',
  'write.snippets.deleting': 'Delete the snippet “{name}”?',
  'write.snippets.deletingWhy':
    'What is prepared already is sent as it is. Nothing else can be prepared that asks for it.',
  'write.snippets.usedBy': 'These ask for it: {names}',
};
