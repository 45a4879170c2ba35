/** What became of a mailed link, one page for each answer. */
export const words = {
  'confirm.fate.decided': 'This run is already decided.',
  'confirm.fate.decidedWhy': '{name} {what}, {time}. Your link is used up; there is nothing left to do for you.',
  'confirm.fate.what.confirm': 'confirmed it',
  'confirm.fate.what.reject': 'rejected it',
  'confirm.fate.what.requestChanges': 'asked for changes',
  'confirm.fate.waiting': 'You have confirmed this run.',
  'confirm.fate.waitingWhy':
    'It waits for another confirmation ({given} of {needed} given), until {deadline}. You can withdraw yours in the console until sending begins.',
  'confirm.fate.expired': 'The time to decide is over.',
  'confirm.fate.expiredWhy':
    'Nobody decided by {deadline}. Nothing was sent. {requester} can prepare it again; then you get a new link.',
  'confirm.fate.voided': 'This link is void: the campaign was changed.',
  'confirm.fate.voidedWhy':
    '{name} changed it, {time}. Nothing of the old version is sent. When it is prepared again, a new mail with a new link comes.',
  'confirm.fate.stopped': 'This run was stopped.',
  'confirm.fate.stoppedWhy': '{name} stopped it, {time}. There is nothing left to decide.',
  'confirm.fate.withdrawn': 'The question was asked anew.',
  'confirm.fate.withdrawnWhy':
    '{name} withdrew a confirmation, {time}. Take the link in your newest mail, or decide in the console.',
  'confirm.fate.missed': 'The question was asked anew.',
  'confirm.fate.missedWhy':
    'The run was confirmed, but its start was missed and nothing was sent. Take the link in your newest mail, or decide in the console.',
  'confirm.fate.reassigned': 'Somebody else is asked instead of you.',
  'confirm.fate.reassignedWhy':
    '{name} gave your part to another approver, {time}. Asked now: {names}. There is nothing left to do for you.',
  'confirm.fate.notYours': 'This link was mailed to somebody else.',
  'confirm.fate.notYoursWhy':
    'It belongs to {address}; you are signed in as {me}. Use the link in your own mail, or sign out and sign in as that person.',
  'confirm.fate.unknown': 'There is no such link.',
  'confirm.fate.unknownWhy': 'It may be mistyped, or too old to be kept. Open the run in the console.',
  'confirm.fate.reason': 'Reason: {reason}',
  'confirm.fate.system': 'Freigabe itself',
};
