/** Words of sending. */
export const words = {
  'send.pause': 'Pause',
  'send.resume': 'Resume',
  'send.stop': 'Stop',
  'send.busy': 'Processing …',
  'send.cancel': 'Cancel',
  'send.effect':
    'Both take effect within 2 seconds; what is with SES by then still goes out. A paused run can be resumed, a stopped one cannot.',
  'send.stop.title': 'Stop this run for good?',
  'send.stop.why':
    'What has not gone out by then will not be sent. A stopped run cannot be resumed; the campaign can be prepared again.',
  'send.stop.confirm': 'Stop for good',
  'send.out': '{count, plural, one {One message had gone out by then.} other {{n} messages had gone out by then.}}',
  'send.unknown': '{count, plural, one {One message is unknown} other {{n} messages are unknown}}',
  'send.sendable': '{count, plural, one {One message can be sent again} other {{n} messages can be sent again}}',
  'send.retryable':
    '{count, plural, one {SES refused one message several times without a reason. It failed; what SES said stands in the sending log.} other {SES refused {n} messages several times without a reason. They failed; what SES said stands in the sending log.}}',
  'send.retryable.ask': 'None of them got the first message. Who opted out since then is taken off.',
  'send.unknown.why':
    'The connection to SES broke before it answered, so they went out or they did not. None of them is sent again by itself; an event that SES still sends about one settles it.',
  'send.unknown.again': '{count, plural, one {Send this one again} other {Send these {n} again}}',
  'send.unknown.ask': '{count, plural, one {Send this message again?} other {Send these {n} messages again?}}',
  'send.unknown.ask.gate':
    'This prepares a run of its own for exactly these recipients, with the content as it was confirmed. Nothing is sent before somebody with the role Start deliveries confirms that run.',
  'send.unknown.ask.twice':
    'Whoever did get the first message gets it a second time. Who opted out since then is taken off.',
  'send.unknown.prepare': 'Prepare',
  'send.unknown.resent':
    'A run that sends them again is under way or has done so. What is unknown there can be sent again from there.',
  'send.unknown.mayNot': 'Your permissions do not allow you to send messages again.',
  'send.unknown.whoCan': 'Somebody with the role Prepare deliveries or Start deliveries can.',
  'send.unknown.open': 'Show them',
};
