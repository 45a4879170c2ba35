/** Words of events that match no message, and of what this version does not know. */
export const words = {
  'track.unmatched': 'Events of no message',
  'track.unmatched.none': 'Everything that SES told in the last {days} days belongs to a message.',
  'track.unmatched.counted':
    '{count, plural, one {One event of SES of the last {days} days belongs to no message of Freigabe.} other {{shown} events of SES of the last {days} days belong to no message of Freigabe.}}',
  'track.unmatched.countedMore':
    '{count, plural, one {More than one event of SES of the last {days} days belongs to no message of Freigabe.} other {More than {shown} events of SES of the last {days} days belong to no message of Freigabe; the newest by cause:}}',
  'track.unmatched.noTags': 'without our tags',
  'track.unmatched.noTagsDo': 'Somebody else sends through this configuration set; give them one of their own.',
  'track.unmatched.noSuchRun': 'of a run that does not exist',
  'track.unmatched.noSuchRunDo': 'Another stage sends through this configuration set, or the run was removed.',
  'track.unmatched.noSuchMessage': 'of a message that its run does not have',
  'track.unmatched.noSuchMessageDo': 'The tags were changed on their way; look at the mail in question.',
  'track.unmatched.newType': 'of a kind that SES did not have before',
  'track.unmatched.newTypeDo': 'Nothing is lost; a newer version of Freigabe may know it.',
  'track.unmatched.rowsEnded': 'of a message that is not kept any more',
  'track.unmatched.rowsEndedDo':
    'Figures do not move any more; a complaint or a bounce holds for its address all the same.',
  'track.unmatched.message': 'message {number}',
  'track.unmatched.log': 'Each of these events',
  'track.unmatched.open': 'Show them, the newest first',
  'track.unmatched.cause': 'Cause',
  'track.unmatched.run': 'Run',
  'track.unknown': 'What SES says new',
  'track.unknown.why':
    'Fields and values that nobody knew when this version was written. The events that hold them are recorded all the same.',
  'track.unknown.place': 'Where',
  'track.unknown.value': 'Value',
  'track.unknown.field': 'the field itself',
  'track.unknown.seen': 'Seen',
  'track.unknown.last': 'Last',
};
