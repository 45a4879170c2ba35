import { describe, expect, test } from '@jest/globals';
import { judgeBounce } from '../../../domain/model/bounce.ts';

describe('a bounce is judged by its enhanced status code', () => {
  test.each([
    // RFC 3463, 3.2: addressing.
    ['5.1.1', true, 'userUnknown'],
    ['5.1.2', true, 'invalidDomain'],
    ['5.1.3', true, 'userUnknown'],
    ['5.1.6', true, 'userUnknown'],
    ['4.1.1', false, 'userUnknown'],
    // RFC 7505: a domain that takes no mail.
    ['5.1.10', true, 'invalidDomain'],
    // These three blame the sender's address.
    ['5.1.7', false, 'refused'],
    ['5.1.8', false, 'refused'],
    ['4.1.8', false, 'refused'],
    ['5.1.9', false, 'refused'],
    // 3.3: mailbox.
    ['5.2.1', true, 'accountDisabled'],
    ['4.2.1', false, 'accountDisabled'],
    ['5.2.2', false, 'mailboxFull'],
    ['4.2.2', false, 'mailboxFull'],
    ['5.2.3', false, 'refused'],
    ['5.2.4', false, 'refused'],
    // 3.4: mail system.
    ['4.3.1', false, 'unreachable'],
    ['5.3.0', false, 'unreachable'],
    ['5.3.4', false, 'refused'],
    // 3.5: network and routing; a host that nobody knows will not be known tomorrow.
    ['5.4.4', true, 'invalidDomain'],
    ['5.4.310', true, 'invalidDomain'],
    ['4.4.4', false, 'unreachable'],
    ['4.4.1', false, 'unreachable'],
    ['4.4.7', false, 'unreachable'],
    ['5.4.14', false, 'unreachable'],
    // 3.7 and 3.8: content and policy are about the message, not about the address.
    ['5.6.0', false, 'refused'],
    ['5.7.1', false, 'refused'],
    ['4.7.0', false, 'refused'],
    ['5.7.26', false, 'refused'],
    // RFC 7372 is about the sender; 5.7.13 (RFC 5248's registry) is "user account disabled".
    ['5.7.13', true, 'accountDisabled'],
  ])('%s: hard %p, %s, whatever SES calls it', (status, hard, reason) => {
    for (const type of ['Permanent', 'Transient', 'Undetermined', undefined])
      expect(judgeBounce({ status, type, subType: 'General' })).toEqual({ hard, reason, status });
  });

  test.each([
    ['Permanent', 'General', true, 'userUnknown'],
    ['Permanent', 'NoEmail', true, 'userUnknown'],
    ['Transient', 'General', false, 'notDefined'],
    ['Transient', 'MailboxFull', false, 'mailboxFull'],
    ['Transient', 'MessageTooLarge', false, 'refused'],
    ['Transient', 'ContentRejected', false, 'refused'],
    ['Transient', 'AttachmentRejected', false, 'refused'],
    ['Undetermined', 'Undetermined', false, 'notDefined'],
    ['Quantum', 'Entangled', false, 'notDefined'],
  ])('without a code that says something, %s and %s decide: hard %p, %s', (type, subType, hard, reason) => {
    for (const status of [undefined, '', '5.0.0', '4.0.0', 'smtp; 550'])
      expect(judgeBounce({ status, type, subType })).toEqual({ hard, reason, status: status ?? '' });
  });

  test.each(['Suppressed', 'OnAccountSuppressionList'])('%s is kept apart, whatever the code', (subType) => {
    for (const status of ['5.1.1', '4.2.2', undefined])
      expect(judgeBounce({ status, type: 'Permanent', subType })).toMatchObject({ hard: true, reason: 'suppressed' });
  });
});
