/** Words of the import of profiles. */
export const words = {
  'prepare.import.title': 'Import profiles from a CSV file',
  'prepare.import.hint':
    'A header and a column "email"; further columns become placeholders. Columns "opted_out" and "quarantined" with yes or no are honoured. At most 4.5 MB and 30,000 rows.',
  'prepare.import.file': 'CSV file',
  'prepare.import.list': 'Into the list',
  'prepare.import.listHint': 'letters, digits, - and _',
  'prepare.import.do': 'Import',
  'prepare.import.busy': 'Importing …',
  'prepare.import.done': '{{accepted}} of {{rows}} rows are in the list {{list}}; rejected: {{rejected}}.',
  'prepare.import.line': 'Line {{line}}:',
  'prepare.import.cause.columns': 'has {{columns}} columns, the header has {{header}}',
  'prepare.import.cause.id': 'the id takes 1 to 64 letters, digits, - or _',
  'prepare.import.cause.repeated': 'the id, or the address of a row without id, stands in an earlier row',
  'prepare.import.cause.erased':
    'the person of this id was erased on {{date}}: take the row out of the file; who has signed up again since gets a new id',
  'prepare.import.cause.addressTooLong': 'the address is longer than {{most}} bytes, which mail cannot carry',
  'prepare.import.cause.notText': 'holds signs that are no text, such as NUL',
  'prepare.import.cause.notStored':
    'cannot be stored: the database does not take it, or what is stored under this id cannot be read',
  'prepare.import.cause.tooLarge': 'has {{bytes}} bytes; at most {{most}} fit into a profile',
  'prepare.import.more': 'and {{n}} more',
  'prepare.import.optedOut': 'Who opted out was read from: {{columns}}.',
  'prepare.import.quarantined': 'Who is in quarantine was read from: {{columns}}.',
  'prepare.import.notTaken': 'Columns without a name that can be used, which were left out: {{columns}}.',
  'prepare.import.changed': 'These are the same people: write the new addresses ({{n}})',
  'prepare.import.givenUp':
    'An import into the list {{list}} could not be written and was given up ({{at}}). The list is what it was.',
  'prepare.import.givenUpRows': 'Of its rows ({{rows}}), {{written}} stand in their profiles. Import the file again.',
  'prepare.import.givenUpUnknown':
    'How many of its rows ({{rows}}) stand in their profiles is not known. Import the file again.',
  'prepare.import.unreadable':
    'What is kept of these lists cannot be read: {{lists}}. Tell the operator; everything else goes on.',
  'prepare.import.windows1252': 'The file was not UTF-8 and was read as Windows-1252. Check names with umlauts.',
};
