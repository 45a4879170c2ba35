import type { ContentCause } from '../../../../domain/http/problem-cause.ts';

type Words = Record<`shell.${'cause' | 'wayOn'}.${ContentCause}`, string>;

/** Why templates, snippets, pictures, attachments and the brand are refused, and how to go on. */
export const words: Words = {
  'shell.cause.attachmentNameRefused':
    '{name}: not every computer takes a file of this name, or it shows the ending of another one.',
  'shell.cause.attachmentKindRefused': 'A file of this kind is not attached to mails: {name}. Taken are {names}.',
  'shell.cause.attachmentNotAsNamed': '{name}: the file is empty, or is not what the ending of its name says.',
  'shell.cause.attachmentGone': '{name}: the file is not there any more, or is another one.',
  'shell.cause.attachmentTooLarge': 'The file has {bytes} bytes; at most {maxBytes} are attached.',
  'shell.cause.pictureRefused':
    'The file is no JPEG, PNG or GIF, is broken, has more than 25 million pixels, or the colours of print (CMYK).',
  'shell.cause.pictureTooLarge': 'The picture has {bytes} bytes; at most {maxBytes} are taken.',
  'shell.cause.brandChanged': 'Somebody else changed the brand meanwhile.',
  'shell.cause.logoUnknown': 'The logo is none of the pictures that are here.',
  'shell.cause.logoAnimated': 'The logo moves.',
  'shell.cause.templateChanged': 'Somebody else changed or deleted this template meanwhile.',
  'shell.cause.templateNamed': 'There is a template “{name}” already.',
  'shell.cause.tooManyTemplates': 'There are {limit} templates already, which is as many as there may be.',
  'shell.cause.snippetChanged': 'Somebody else changed or deleted this snippet meanwhile.',
  'shell.cause.snippetNamed': 'There is a snippet “{name}” already.',
  'shell.cause.snippetBroken': 'The code in the snippet cannot be read.',
  'shell.cause.snippetInUse':
    'Campaigns, templates or snippets ask for it and could not be prepared without it ({usedBy}): {names}.',
  'shell.cause.tooManySnippets': 'There are {limit} snippets already, which is as many as there may be.',
  'shell.wayOn.attachmentNameRefused':
    'Rename the file: letters, digits, spaces, dashes and one point before the ending.',
  'shell.wayOn.attachmentKindRefused': 'Save it as one of these, or put it on a server and a link into the mail.',
  'shell.wayOn.attachmentNotAsNamed': 'Open it, save it as what it is, and upload that. A text is UTF-8.',
  'shell.wayOn.attachmentGone': 'Take it out, and attach it again.',
  'shell.wayOn.attachmentTooLarge': 'Make the file smaller, or put it on a server and a link into the mail.',
  'shell.wayOn.pictureRefused':
    'Save the picture as one of these, which every mail program shows, and upload it again.',
  'shell.wayOn.pictureTooLarge': 'Make the picture smaller, or let it move for a shorter time.',
  'shell.wayOn.brandChanged': 'Load the page again and repeat your change.',
  'shell.wayOn.logoUnknown': 'Upload the picture first, then choose it.',
  'shell.wayOn.logoAnimated': 'Take a picture that stands still: a PNG or JPEG.',
  'shell.wayOn.templateChanged': 'Load the page again and repeat your change.',
  'shell.wayOn.templateNamed': 'Give it another name.',
  'shell.wayOn.tooManyTemplates': 'Delete one that nobody needs. Campaigns that were begun with it stay as they are.',
  'shell.wayOn.snippetChanged': 'Load the page again and repeat your change.',
  'shell.wayOn.snippetNamed': 'Give it another name, or change that one.',
  'shell.wayOn.snippetBroken': 'Mend it: each condition and each loop ends within the snippet.',
  'shell.wayOn.snippetInUse':
    'Take it out of them first. Or delete it all the same: what is prepared already is sent as it is.',
  'shell.wayOn.tooManySnippets': 'Delete one that nothing uses.',
};
