import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeBounce } from '../../../domain/model/bounce.ts';
import { diagnoses, diagnosisOf } from '../../../domain/model/diagnosis.ts';
import { SesEvent } from '../../../domain/track/ses-event.ts';
import { lineOf } from '../../../domain/track/line-of.ts';

const types = ['Permanent', 'Undetermined', undefined, 'Transient'];

describe('a code that says it clearly decides, whatever SES calls the bounce', () => {
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
    ['4.2.1', false, 'accountDisabled'],
    ['5.2.2', false, 'mailboxFull'],
    ['4.2.2', false, 'mailboxFull'],
    ['5.2.3', false, 'refused'],
    ['5.2.4', false, 'refused'],
    // 3.4: mail system.
    ['4.3.1', false, 'unreachable'],
    ['5.3.4', false, 'refused'],
    // 3.5: network and routing; a host that nobody knows will not be known tomorrow.
    ['5.4.4', true, 'invalidDomain'],
    ['5.4.310', true, 'invalidDomain'],
    ['4.4.4', false, 'unreachable'],
    ['4.4.1', false, 'unreachable'],
    ['4.4.7', false, 'unreachable'],
    // 3.7 and 3.8: content and policy are about the message, not about the address.
    ['5.6.0', false, 'refused'],
    ['5.7.1', false, 'refused'],
    ['4.7.0', false, 'refused'],
    ['5.7.26', false, 'refused'],
    // RFC 7372 is about the sender.
    ['5.7.25', false, 'refused'],
  ])('%s: hard %p, %s', (status, hard, reason) => {
    for (const type of types)
      expect(judgeBounce({ status, type, subType: 'General' })).toEqual({ hard, reason, status });
  });
});

describe('where the code leaves it open, the type that SES gives decides', () => {
  // RFC 3463, X.2.1: "a permanent error if the mailbox will never be re-enabled or a transient error if …"; RFC 5248's
  // registry has 5.7.13 as "user account disabled".
  test.each(['5.2.1', '5.7.13'])('%s is an account that is disabled, for a while when it is Transient', (status) => {
    expect(types.map((type) => judgeBounce({ status, type, subType: 'General' }).hard)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    for (const type of types) expect(judgeBounce({ status, type, subType: '' }).reason).toBe('accountDisabled');
  });

  test.each(['5.3.0', '5.4.1', '5.4.14', '5.4.6'])(
    '%s is a way that fails, for good when it is Permanent',
    (status) => {
      const hard = types.map((type) => judgeBounce({ status, type, subType: 'General' }).hard);
      expect(hard).toEqual([true, false, false, false]);
      for (const type of types) expect(judgeBounce({ status, type, subType: '' }).reason).toBe('unreachable');
    },
  );
});

/** A bounce as SES publishes it, with what a server said. */
const told = (type: string, status: string | undefined, diagnosticCode: string) => {
  const event = SesEvent.parse({
    eventType: 'Bounce',
    mail: { messageId: 'm', timestamp: '2026-11-20T09:00:00.000Z' },
    bounce: {
      timestamp: '2026-11-20T09:00:41.000Z',
      bounceType: type,
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'reader@post.example', action: 'failed', status, diagnosticCode }],
    },
  });
  const line = lineOf(event);
  if (!line) throw new Error('a bounce has a line');
  return line;
};

describe('what a server says beside its code', () => {
  const tenant = '[PR2FRA01FT009.eop-fra01.prod.protection.outlook.com]';

  test.each([
    // learn.microsoft.com, "Fix NDR error 550 5.4.1": the tenant has no such recipient (directory-based edge blocking).
    [
      '5.4.1',
      `smtp; 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) ${tenant}`,
      true,
      'userUnknown',
    ],
    ['5.4.1', `smtp; 550 5.4.1 [reader@post.example]: Recipient address rejected: Access denied`, true, 'userUnknown'],
    [
      '5.1.10',
      'smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP lookup',
      true,
      'userUnknown',
    ],
    ['5.4.1', `smtp; 550 5.4.1 All recipient addresses rejected : Access denied. ${tenant}`, true, 'userUnknown'],
    // The status of the notification says nothing, the reply does.
    ['5.0.0', 'smtp; 550 5.4.1 [reader@post.example]: Recipient address rejected: Access denied', true, 'userUnknown'],
    ['5.0.0', 'smtp; 550 5.2.2 the mailbox takes no more', false, 'mailboxFull'],
    ['4.0.0', 'smtp; 550 5.1.1 is unheard of', true, 'userUnknown'],
    ['4.4.7', 'smtp; 550 5.1.1 is unheard of', false, 'unreachable'],
    // RFC 7505: the domain takes no mail at all.
    ['5.1.10', 'smtp; 556 5.1.10 Domain does not accept mail (nullMX)', true, 'invalidDomain'],
    // Another tenant's server that is not in charge of the domain: it may be put right.
    ['5.4.1', `smtp; 550 5.4.1 Relay access denied ${tenant}`, false, 'unreachable'],
    ['5.2.1', 'smtp; 550 5.2.1 Mailbox temporarily unavailable', false, 'accountDisabled'],
    [
      '5.2.1',
      'smtp; 550-5.2.1 The user you are trying to contact is receiving mail at a rate',
      false,
      'accountDisabled',
    ],
    ['5.7.1', 'smtp; 550 5.7.1 user does not exist on this relay', false, 'refused'],
    ['5.0.0', 'smtp; 550 user unknown', true, 'userUnknown'],
    [undefined, 'smtp; 550 user unknown', true, 'userUnknown'],
    [undefined, 'smtp; 450 user unknown', false, 'notDefined'],
    // No code, but the address of a server.
    [undefined, 'smtp; 550 rejected by 5.1.1.9', false, 'notDefined'],
    [undefined, 'smtp; 550 <unknown.user@post.example> was not taken', false, 'notDefined'],
    ['5.0.0', "smtp; 554 delivery error: dd This user doesn't have a yahoo.com account", true, 'userUnknown'],
    ['5.0.0', 'smtp; 554 delivery error: dd This mailbox is disabled (554.30)', false, 'accountDisabled'],
    ['5.3.0', 'smtp; 550 5.3.0 <reader@post.example>... No such user here', true, 'userUnknown'],
    ['5.5.0', 'smtp; 550 5.5.0 Requested action not taken: mailbox unavailable', false, 'notDefined'],
    ['5.0.0', 'smtp; 552 mailbox full', false, 'mailboxFull'],
    ['5.0.0', 'smtp; 554 Message refused as spam', false, 'refused'],
    ['5.0.0', 'smtp; 550 Sender address does not exist', false, 'notDefined'],
  ])('%s, %s: transient it is hard %p, %s', (status, text, hard, reason) => {
    expect(judgeBounce(told('Transient', status, text))).toMatchObject({ hard, reason });
  });

  test.each([
    ['5.0.0', 'smtp; 554 delivery error: dd This mailbox is disabled (554.30)', true, 'accountDisabled'],
    ['5.5.0', 'smtp; 550 5.5.0 Requested action not taken: mailbox unavailable', true, 'userUnknown'],
    ['5.0.0', 'smtp; 552 mailbox full', false, 'mailboxFull'],
    ['5.0.0', 'smtp; 554 5.0.0 blocked using a block list', false, 'refused'],
  ])('%s, %s: permanent it is hard %p, %s', (status, text, hard, reason) => {
    expect(judgeBounce(told('Permanent', status, text))).toMatchObject({ hard, reason });
  });

  test('is kept by its meaning: no word of it is stored, and nobody it names', () => {
    const line = told('Permanent', '5.0.0', 'smtp; 550 no such user: ines.keller, ines@post.example');
    expect(line.diagnosis).toBe('noSuchPerson');
    expect(JSON.stringify(line)).not.toMatch(/ines/);
  });

  test('a diagnosis is one of few names, or none, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
        expect([undefined, ...diagnoses]).toContain(diagnosisOf(text));
      }),
    );
  });
});

describe('of any code and any words', () => {
  const status = fc.oneof(
    fc.constantFrom('', undefined, '5.0.0', '4.0.0', '5.2.1', '5.4.1', '5.1.10', '5.7.13'),
    fc.tuple(fc.constantFrom(2, 4, 5), fc.nat(9), fc.nat(400)).map((parts) => parts.join('.')),
  );
  const diagnosis = fc.option(fc.constantFrom(...diagnoses), { nil: undefined });
  const subType = fc.constantFrom('General', 'NoEmail', 'MailboxFull', 'ContentRejected', 'Undetermined');

  test('what SES calls Transient is never harder than what it cannot tell, nor that than what it calls Permanent', () => {
    fc.assert(
      fc.property(status, diagnosis, subType, (code, said, sub) => {
        const [permanent, undetermined, , transient] = types.map((type) =>
          Number(judgeBounce({ status: code, type, subType: sub, diagnosis: said }).hard),
        );
        expect(transient).toBeLessThanOrEqual(undetermined!);
        expect(undetermined).toBeLessThanOrEqual(permanent!);
      }),
    );
  });

  test('what blames the sender or the content holds nothing against the address for good', () => {
    const blaming = fc.tuple(fc.constantFrom(4, 5), fc.constantFrom(6, 7), fc.nat(400)).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(
        blaming.filter((code) => code !== '5.7.13'),
        diagnosis,
        fc.constantFrom(...types),
        (code, said, type) => {
          expect(judgeBounce({ status: code, type, subType: 'General', diagnosis: said })).toMatchObject({
            hard: false,
            reason: 'refused',
          });
        },
      ),
    );
  });
});

describe('without a code or a word that says something', () => {
  test.each([
    ['Permanent', 'General', true, 'userUnknown'],
    ['Permanent', 'NoEmail', true, 'userUnknown'],
    ['Transient', 'General', false, 'notDefined'],
    ['Transient', 'MailboxFull', false, 'mailboxFull'],
    ['Transient', 'MessageTooLarge', false, 'refused'],
    ['Transient', 'ContentRejected', false, 'refused'],
    ['Transient', 'AttachmentRejected', false, 'refused'],
    ['Transient', 'CustomTimeoutExceeded', false, 'unreachable'],
    ['Undetermined', 'Undetermined', false, 'notDefined'],
    ['Quantum', 'Entangled', false, 'notDefined'],
  ])('%s and %s decide: hard %p, %s', (type, subType, hard, reason) => {
    for (const status of [undefined, '', '5.0.0', '4.0.0', 'smtp; 550'])
      expect(judgeBounce({ status, type, subType })).toEqual({ hard, reason, status: status ?? '' });
  });

  test.each(['Suppressed', 'OnAccountSuppressionList'])('%s is kept apart, whatever the code', (subType) => {
    for (const status of ['5.1.1', '4.2.2', undefined])
      expect(judgeBounce({ status, type: 'Permanent', subType })).toMatchObject({ hard: true, reason: 'suppressed' });
  });
});
