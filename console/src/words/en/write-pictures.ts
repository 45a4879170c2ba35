/** Words of the pictures that mails show. */
export const words = {
  'write.pictures.add': 'Upload a picture',
  'write.pictures.all': 'All pictures',
  'write.pictures.choose': 'Choose a picture',
  'write.pictures.insert': 'Insert a picture',
  'write.pictures.use': 'Use this picture',
  'write.pictures.cancel': 'Cancel',
  'write.pictures.file': 'Files',
  'write.pictures.how':
    'Choose files, drop them here, or paste a picture. They are made as wide as a mail shows them (1,200 pixels), and lose camera and place. JPEG, PNG or GIF, at most 4 MB.',
  'write.pictures.busy': 'Uploading …',
  'write.pictures.uploaded': '{count, plural, one {Uploaded: {count} picture} other {Uploaded: {count} pictures}}',
  'write.pictures.none': 'There is no such picture yet.',
  'write.pictures.search': 'Search by file or text',
  'write.pictures.alt': 'Alternative text',
  'write.pictures.altHint':
    'What the picture shows, for people who do not see it. Empty only if it is decoration and says nothing.',
  'write.pictures.unnamed': 'Picture without a name',
  'write.pictures.facts': '{width} × {height} pixels, {kilobytes} KB',
  'write.pictures.animated': 'It moves; Outlook for Windows may show its first frame only.',
  'write.pictures.heavy': 'It is heavy: over a mobile network it comes late.',
  'write.pictures.noAlt': 'Nobody said yet what it shows.',
  'write.pictures.by': 'Uploaded by {name}, {time}',
  'write.pictures.remove': 'Remove',
  'write.pictures.removing': 'Offer this picture no longer?',
  'write.pictures.removingWhy':
    'Campaigns and mails that show it go on showing it. Whoever uploads it again offers it again.',
};
