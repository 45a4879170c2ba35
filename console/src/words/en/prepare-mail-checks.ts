/** Words of the checks of the mails as everybody gets them. */
export const words = {
  'prepare.check.mailsRendered.passed': 'The mail can be put together for everybody',
  'prepare.check.mailsRendered.wrong': 'Recipients for whom the mail cannot be put together: {mails}',
  'prepare.hint.mailsRendered.wrong': 'The first one is profile {example}. Part {part}, at “{place}”: {cause}.',
  'prepare.check.subjectFilled.passed': 'Every mail has a subject',
  'prepare.check.subjectFilled.wrong': 'Recipients whose mail would have no subject: {mails}',
  'prepare.hint.subjectFilled.wrong':
    'The first one is profile {example}. Write something into the subject that stands there without these values too.',
  'prepare.check.mailSize.passed': 'Each mail fits into a call to SES',
  'prepare.check.mailSize.wrong': 'Mails that are too large for SES: {mails}',
  'prepare.hint.mailSize.wrong':
    'SES takes {limit} KB of template and values; the largest has {kilobytes} KB. The first one is that of profile {example}. Shorten the content.',
  'prepare.check.preparationFailed.passed': 'The preparation came to its end',
  'prepare.check.preparationFailed.wrong': 'The preparation broke off',
  'prepare.hint.preparationFailed.wrong':
    'It was tried several times ({cause}). Nothing was frozen or sent. Prepare again; if it breaks off again, ask whoever operates Freigabe.',
  'prepare.check.recordsReadable.passed': 'All entries that this depends on can be read',
  'prepare.check.recordsReadable.wrong': 'Entries that cannot be read: {names}',
  'prepare.hint.recordsReadable.wrong':
    'Nobody can tell what these runs or profiles say, and so who may get this message. Nothing is sent past them. Ask the operator of Freigabe to mend or remove them, then prepare again.',
  'prepare.check.picturesThere.passed': 'All pictures of this stage are there',
  'prepare.check.picturesThere.wrong': 'Pictures that this stage does not have: {names}',
  'prepare.hint.picturesThere.wrong': 'Everybody would see a gap there. Insert the picture again.',
  'prepare.check.picturesWeight.passed': 'The pictures of the mail weigh {kilobytes} KB',
  'prepare.check.picturesWeight.wrong': 'The pictures of the mail are heavy: {kilobytes} KB',
  'prepare.hint.picturesWeight.wrong':
    'Beyond {limit} KB a mail comes late over a mobile network. The heaviest first: {names}. Take smaller ones, or fewer.',
  'prepare.check.attachmentsThere.passed': 'Everything that is attached is there',
  'prepare.check.attachmentsThere.wrong': 'Attachments that cannot be sent: {names}',
  'prepare.hint.attachmentsThere.wrong':
    'The file is not there any more, or is not what its name says. Take it out of the content, and attach it again.',
  'prepare.check.attachmentsAudience.passed':
    '{count, plural, one {Attachments go to one person} other {Attachments go to {people} people}}',
  'prepare.check.attachmentsAudience.wrong': 'Attachments for {people} people; at most {limit} get any',
  'prepare.hint.attachmentsAudience.wrong':
    'Put the file on a server and a link into the mail: that costs nothing, and shows who followed it.',
  'prepare.check.attachmentsWeight.passed': 'Attachments are light',
  'prepare.check.attachmentsWeight.wrong': 'Attachments make each mail {kilobytes} KB heavier, {megabytes} MB for all',
  'prepare.hint.attachmentsWeight.wrong':
    'SES charges for them beside the messages; the costs of this run have it. Some mail servers let attachments through late or not at all.',
  'prepare.check.picturesStill.passed': 'No picture of this stage moves',
  'prepare.check.picturesStill.wrong': 'Pictures that move: {names}',
  'prepare.hint.picturesStill.wrong': 'Outlook for Windows may show the first frame only. Let that say what matters.',
};
