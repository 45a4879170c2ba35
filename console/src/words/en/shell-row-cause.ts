/** Why a row about somebody is not taken, from a file or from another system. */
export const words = {
  'prepare.import.cause.columns': 'has {columns} columns, the header has {header}',
  'prepare.import.cause.id': 'the id takes 1 to 64 letters, digits, - or _',
  'prepare.import.cause.repeated': 'the id, or the address of a row without id, stands in an earlier row',
  'prepare.import.cause.erased':
    'the person of this id was erased on {date}: take the row out of the file; who has signed up again since gets a new id',
  'prepare.import.cause.severalAddresses':
    'the cell holds several addresses, and nobody knows which is meant: keep one of them',
  'prepare.import.cause.addressTooLong': 'the address is longer than {most} bytes, which mail cannot carry',
  'prepare.import.cause.notText': 'holds signs that are no text, such as NUL',
  'prepare.import.cause.notStored':
    'cannot be stored: the database does not take it, or what is stored under this id cannot be read',
  'prepare.import.cause.tooLarge': 'has {bytes} bytes; at most {most} fit into a profile',
  'prepare.import.cause.badBytes': 'holds bytes that are no letters in the encoding of the file',
  'prepare.import.cause.quoteOpen': 'a quotation mark in or before it is not closed, and took in what follows',
  'prepare.import.cause.optOutUnclear': 'whether the person opted out, or refuses tracking, cannot be read',
  'prepare.import.cause.fields': 'something of it is not as expected',
  'prepare.import.cause.attributeName':
    'the attribute {name} has a name that cannot be used, or the one of another attribute',
  'prepare.import.cause.addressMissing': 'it has neither an id that is known nor an address',
  'prepare.import.cause.merged': 'the profile of this id was merged into {into}: name that one',
};
