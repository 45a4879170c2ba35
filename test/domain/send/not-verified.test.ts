import { describe, expect, test } from '@jest/globals';
import { SESv2ServiceException } from '@aws-sdk/client-sesv2';
import fc from 'fast-check';
import type { GroupMail } from '../../../domain/send/ports/group-mailer.ts';
import { readError, readResults, type Call } from '../../../lambdas/adapters/ses/ses-refusals.ts';

const sender = 'News@Shop.example';
const mailTo = (...addresses: string[]): GroupMail => ({
  from: { name: '', address: sender },
  replyTo: null,
  headers: {},
  skeleton: { subject: '', html: '', text: '' },
  entries: addresses.map((address, number) => ({ number, address, data: {}, headers: {}, tags: {} })),
});

const failed = (...identities: string[]): string =>
  `Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: ${identities.join(', ')}`;

/** What a run pauses for, told for a call of each kind and for an entry of a bulk call. */
const causesOf = (words: string, ...addresses: string[]): unknown[] => {
  const name = 'MessageRejected';
  const error = new SESv2ServiceException({
    name,
    message: words,
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });
  const mail = mailTo(...addresses);
  const entries = addresses.map(() => ({ Status: 'MESSAGE_REJECTED', Error: words }));
  const outcomes = [
    ...(['bulk', 'single'] as Call[]).map((call) => readError(mail, error, call)),
    readResults(mail, entries),
  ];
  return outcomes.map((outcome) => (outcome.kind === 'answered' ? outcome.interruption : outcome.kind));
};

const pausedFor = (cause: string): unknown[] => [1, 2, 3].map(() => ({ kind: 'account', cause }));

describe('"not verified" is said of the sender and, in the sandbox, of a recipient', () => {
  test.each([
    ['the recipient alone', failed('ines@post.example'), 'accountInSandbox'],
    ['a recipient with an apostrophe', failed("'@post.example"), 'accountInSandbox'],
    ['several recipients', failed('ines@post.example', 'jo@post.example'), 'accountInSandbox'],
    ['the sender', failed('news@shop.example'), 'senderNotVerified'],
    ['the sender with a name', failed('"The shop" <news@shop.example>'), 'senderNotVerified'],
    ['the domain of the sender', failed('shop.example'), 'senderNotVerified'],
    ['both', failed('ines@post.example', 'news@shop.example'), 'senderNotVerified'],
    ['a recipient at the domain of the sender', failed('else@shop.example'), 'accountInSandbox'],
    ['nobody by name', 'Email address is not verified.', 'senderNotVerified'],
    ['a domain for MAIL FROM', 'MAIL FROM domain bounce.shop.example is not verified.', 'senderNotVerified'],
  ])('%s', (_who, words, cause) => {
    expect(causesOf(words, 'ines@post.example')).toEqual(pausedFor(cause));
  });

  test('whatever they are called, in any order', () => {
    const address = fc.emailAddress().filter((each) => each.toLowerCase() !== sender.toLowerCase());
    fc.assert(
      fc.property(
        fc.uniqueArray(address, { minLength: 1, maxLength: 4 }),
        fc.nat(4),
        fc.boolean(),
        (others, at, both) => {
          const named = both ? others.toSpliced(at, 0, sender.toLowerCase()) : others;
          expect(causesOf(failed(...named), ...others)).toEqual(
            pausedFor(both ? 'senderNotVerified' : 'accountInSandbox'),
          );
        },
      ),
    );
  });

  test('nobody fails for it: who is not verified waits, and who is got the message', () => {
    const outcome = readResults(mailTo('known@post.example', 'ines@post.example'), [
      { Status: 'SUCCESS', MessageId: 'm' },
      { Status: 'MESSAGE_REJECTED', Error: failed('ines@post.example') },
    ]);
    expect(outcome).toEqual({
      kind: 'answered',
      entries: [
        { number: 0, kind: 'handedOver', sesMessageId: 'm' },
        { number: 1, kind: 'released' },
      ],
      interruption: { kind: 'account', cause: 'accountInSandbox' },
    });
  });
});
