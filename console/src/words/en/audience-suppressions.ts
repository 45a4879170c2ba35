/** Words of the suppression list of the organisation. */
export const words = {
  'track.suppressions': 'Suppression list',
  'track.suppressions.onIt': 'On the list',
  'track.suppressions.what':
    'Whoever is on it gets nothing: no run, no proof, whatever list an import puts them on. The list is kept as fingerprints, so nobody can read it; one entry can be looked up.',
  'track.suppressions.addresses': 'Addresses',
  'track.suppressions.domains': 'Domains, each with its subdomains',
  'track.suppressions.import': 'Add to the list',
  'track.suppressions.importHint':
    'A text or CSV file with one entry in each line: an address, a domain such as example.com, or the SHA-256 of an address in small letters. At most 4.5 MB and 30,000 entries. Nothing is taken off.',
  'track.suppressions.file': 'File',
  'track.suppressions.add': 'Add',
  'track.suppressions.adding': 'Adding …',
  'track.suppressions.added': '{added} added; on the list already: {known}.',
  'track.suppressions.rejected':
    '{count, plural, one {One line holds no entry: {lines}.} other {{count} lines hold no entry, such as {lines}.}}',
  'track.suppressions.wholeDomains':
    '{count, plural, one {Nobody at this domain gets mails now: {domains}. If that was not meant, Administration can take it off the list.} other {Nobody at whole domains gets mails now, such as {domains}. If that was not meant, Administration can take them off the list.}}',
  'track.suppressions.question': 'Is somebody on it?',
  'track.suppressions.entry': 'Address, domain or SHA-256',
  'track.suppressions.ask': 'Look up',
  'track.suppressions.by.address': 'Yes: this address is on the list.',
  'track.suppressions.by.domain': 'Yes: its domain is on the list.',
  'track.suppressions.by.nothing': 'No: neither it nor its domain is on the list.',
  'track.suppressions.remove': 'Take it off the list',
  'track.suppressions.removed': 'It is off the list; the next run may write to it.',
  'track.suppressions.reason': 'Why it comes off the list',
  'track.suppressions.reasonHint': 'needed; kept with your name',
  'track.suppressions.whoMay': 'Whoever holds Administration can look up an entry and take it off the list.',
};
