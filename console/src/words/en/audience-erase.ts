/** Words of the erasure of a person. */
export const words = {
  'track.history.erased': 'The person is erased: which messages it got is not shown any more.',
  'track.erase.tile': 'Data of this person',
  'track.erase.what':
    'On request (GDPR, Article 17) the address, attributes, lists and the standing of the address are erased. Figures stay as they are.',
  'track.erase.whoMay': 'Whoever holds Administration can erase the data of this person.',
  'track.erase': 'Erase this person',
  'track.erase.title': 'Erase this person?',
  'track.erase.effect':
    'Address, attributes and lists go at once, for good, and nobody is written to at this address until a new consent: for that a digest of it is kept, from which it cannot be read. What past runs froze keeps the address for a while, because what was confirmed is never rewritten: afterwards you read here in which runs, and until when.',
  'track.erase.cancel': 'Keep the data',
  'track.erase.done': 'Erased {at}.',
  'track.erase.ask': 'Where is the address still?',
  'track.erase.none': 'No run that was prepared holds the address.',
  'track.erase.noneSoFar': 'None of the newest runs holds the address.',
  'track.erase.more': 'Look into older runs',
  'track.erase.runs': 'The frozen audiences of these runs still hold the address; each is deleted by itself:',
  'track.erase.until': 'until {at}',
  'track.erase.latest':
    'By {at} nothing that was frozen holds it. Backups of the tables hold it until {backups}; they are read only when a table has to be restored.',
};
