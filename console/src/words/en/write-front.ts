/** Words of the front page: what all runs need together, and what cannot be read. */
export const words = {
  'prepare.unreadable': 'Cannot be read',
  'prepare.unreadableNext': 'Tell the operator',
  'prepare.verdict.yours':
    '{count, plural, one {One run waits for your confirmation.} other {{n} runs wait for your confirmation.}}',
  'prepare.verdict.others':
    '{count, plural, one {One more waits for other people.} other {{n} more wait for other people.}}',
  'prepare.verdict.awaiting':
    '{count, plural, one {One run waits for confirmation.} other {{n} runs wait for confirmation.}}',
  'prepare.verdict.paused': '{count, plural, one {One run is paused.} other {{n} runs are paused.}}',
  'prepare.verdict.held':
    '{count, plural, one {One run stands still until SES lets more go out.} other {{n} runs stand still until SES lets more go out.}}',
  'prepare.verdict.failed':
    '{count, plural, one {One run ended without being sent.} other {{n} runs ended without being sent.}}',
  'prepare.verdict.unreadable': '{count, plural, one {One entry cannot be read.} other {{n} entries cannot be read.}}',
  'prepare.verdict.unreadableWhy': 'Tell the operator; everything else goes on. Cannot be read: {ids}',
  'prepare.verdict.sending': '{count, plural, one {One run is being sent.} other {{n} runs are being sent.}}',
  'prepare.verdict.calm': 'Everything is on course.',
  'prepare.verdict.awaitingWhy': '{name} is waiting until {deadline}.',
  'prepare.verdict.see': 'See {name}',
  'prepare.runsUnreadable': 'Cannot be read, tell the operator: {ids}',
};
