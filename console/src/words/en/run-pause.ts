/** Why a run does not go on by itself. */
export const words = {
  'run.say.Sending.held':
    'The account’s messages for 24 hours are used up. Nothing goes out before {time}, when SES is asked again; then it goes on by itself.',
  'run.say.Paused.accountSuspended':
    'SES has suspended the account. Clear that up with AWS Support, then resume. Resuming repeats nobody.',
  'run.say.Paused.accountSendingPaused':
    'Sending is switched off for the SES account. Switch it on again, then resume. Resuming repeats nobody.',
  'run.say.Paused.configurationSetSendingPaused':
    'Sending is switched off for the configuration set. Switch it on again, then resume. Resuming repeats nobody.',
  'run.say.Paused.configurationSetMissing':
    'SES does not find the configuration set. Deploy the app again, then resume. Resuming repeats nobody.',
  'run.say.Paused.senderNotVerified':
    'SES no longer knows the sender as verified. Verify the address or its domain, then resume. Resuming repeats nobody.',
  'run.say.Paused.accountInSandbox':
    'SES refuses a recipient, because the account is in the sandbox: it sends to verified addresses only. Ask AWS for production access, then resume; whoever is refused waits. Resuming repeats nobody.',
  'run.say.Paused.sendingPoolInvalid':
    'The pool of IP addresses of the configuration set does not exist. Mend it in SES, then resume. Resuming repeats nobody.',
  'run.say.Paused.accessDenied':
    'Freigabe lacks the permission to send. Deploy the app again, then resume. Resuming repeats nobody.',
  'run.say.Paused.contentRefused':
    'SES refused one recipient after the other, so it is probably the content. Look at the sending log; stop the run and prepare it anew, or resume.',
  'run.say.Paused.refusedBySes':
    'SES refuses to send and names no reason that Freigabe knows. The sending log and the log of SendChunk tell more. Resuming repeats nobody.',
  'run.say.Paused.earlierRunBehind':
    'People would get this run before an earlier one of the series, which is not out to them yet. Let that one go on, or stop it; then resume this one.',
  'run.say.Paused.bounceRatio':
    'Emergency brake: too many addresses bounced for good, and SES would soon pause the account. Is the list what you think it is? Resume, or stop for good.',
  'run.say.Paused.complaintRatio':
    'Emergency brake: too many recipients complained, and SES would soon pause the account. Did they want this mail? Resume, or stop for good.',
  'run.say.Paused.refusalRatio':
    'Emergency brake: SES refused too many messages, or took them and could not send them, so it is probably the content. Look at the sending log; stop the run and prepare it anew, or resume.',
  'run.say.Paused.reason': 'SES says: {reason}',
};
