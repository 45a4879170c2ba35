/** Words of tracking. */
export const words = {
  'track.reason.userUnknown': 'user unknown',
  'track.reason.invalidDomain': 'domain does not exist',
  'track.reason.mailboxFull': 'mailbox full',
  'track.reason.accountDisabled': 'account disabled',
  'track.reason.unreachable': 'server not reached',
  'track.reason.refused': 'refused',
  'track.reason.suppressed': 'on the suppression list of SES',
  'track.reason.notDefined': 'not named',
  'track.reason.notRenderable': 'the message could not be put together',
};
