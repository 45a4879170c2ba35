/** Words of the files that go with mails. */
export const words = {
  'write.part.attachments': 'Attachments',
  'prepare.wrong.content.attachments': 'At most 10 files with different names, each at most 4 MB and 6 MB together.',
  'write.attachments.file': 'Files',
  'write.attachments.how':
    'Choose files or drop them here: PDF, documents of an office without macros, text, calendar, pictures. At most 4 MB each and 6 MB together, for at most {people} people.',
  'write.attachments.busy': 'Uploading …',
  'write.attachments.added': '{count, plural, one {Attached: {count} file} other {Attached: {count} files}}',
  'write.attachments.remove': 'Remove {name}',
  'write.attachments.removed': 'Removed: {name}',
  'write.attachments.weight': 'They make each mail {n} KB heavier. A link costs nothing, and shows who followed it.',
};
