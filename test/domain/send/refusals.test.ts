import { describe, expect, test } from '@jest/globals';
import { SESv2ServiceException } from '@aws-sdk/client-sesv2';
import { loweredRate, nextBackOff } from '../../../domain/send/back-off.ts';
import type { GroupMail } from '../../../domain/send/ports/group-mailer.ts';
import { readError, readResults } from '../../../lambdas/adapters/ses/ses-refusals.ts';
import type { Word, Words } from './crash-ses.ts';
import { CrashWorld } from './crash-world.ts';

const mailTo = (count: number): GroupMail => ({
  from: { name: '', address: 'news@shop.example' },
  replyTo: null,
  headers: {},
  skeleton: { subject: '', html: '', text: '' },
  entries: Array.from({ length: count }, (_, number) => ({ number, address: '', data: {}, headers: {}, tags: {} })),
});

const refusal = (name: string, message: string, httpStatusCode = 400) =>
  new SESv2ServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } });

const broken = (code: string) => Object.assign(new Error('socket'), { code });

describe('what SES says of a whole call', () => {
  test.each([
    ['TooManyRequestsException', 'Maximum sending rate exceeded.', { kind: 'throttled', wholeCall: true }],
    ['TooManyRequestsException', 'Too many requests have been made to the operation.', { kind: 'callsThrottled' }],
    ['ThrottlingException', 'Rate exceeded', { kind: 'callsThrottled' }],
    ['ThrottlingException', '', { kind: 'callsThrottled' }],
    ['ThrottlingException', 'Daily message quota exceeded.', { kind: 'quota' }],
    ['MessageRejected', 'Email address is not verified.', { kind: 'account', cause: 'senderNotVerified' }],
    ['SendingPausedException', '', { kind: 'account', cause: 'accountSendingPaused' }],
    ['AccountSuspendedException', '', { kind: 'account', cause: 'accountSuspended' }],
    ['NotFoundException', 'Configuration set does not exist', { kind: 'account', cause: 'configurationSetMissing' }],
    ['AccessDeniedException', '', { kind: 'account', cause: 'accessDenied' }],
    ['ExpiredTokenException', 'The security token is expired', { kind: 'transient' }],
    ['BadRequestException', 'Illegal address', { kind: 'split' }],
    ['SomethingNewException', '', { kind: 'account', cause: 'refusedBySes' }],
  ])('%s (%s) releases everybody in it', (name, message, interruption) => {
    const outcome = readError(mailTo(2), refusal(name, message), 'bulk');
    expect(outcome).toEqual({
      kind: 'answered',
      entries: [
        { number: 0, kind: 'released' },
        { number: 1, kind: 'released' },
      ],
      interruption,
    });
  });

  test('a connection that never came to be is definite; one that broke, a timeout and a 5xx are not', () => {
    expect(readError(mailTo(1), broken('ECONNREFUSED'), 'bulk')).toMatchObject({ interruption: { kind: 'transient' } });
    for (const error of [broken('ECONNRESET'), new DOMException('late', 'TimeoutError'), refusal('Oops', '', 503)])
      expect(readError(mailTo(1), error, 'bulk')).toEqual({ kind: 'unknown' });
  });

  test('an entry that is refused alone is the culprit, with its reason', () => {
    expect(readError(mailTo(1), refusal('BadRequestException', 'Illegal address'), 'bulk')).toMatchObject({
      entries: [{ number: 0, kind: 'refused', reason: 'BadRequestException' }],
    });
  });

  test('of several results the gravest says what to wait for, and each entry keeps its own', () => {
    const results = [
      { Status: 'SUCCESS' as const, MessageId: 'm' },
      { Status: 'ACCOUNT_THROTTLED' as const },
      { Status: 'MESSAGE_REJECTED' as const, Error: 'Bad content' },
      { Status: 'ACCOUNT_SENDING_PAUSED' as const },
    ];
    expect(readResults(mailTo(4), results)).toEqual({
      kind: 'answered',
      entries: [
        { number: 0, kind: 'handedOver', sesMessageId: 'm' },
        { number: 1, kind: 'released' },
        { number: 2, kind: 'refused', reason: 'MESSAGE_REJECTED' },
        { number: 3, kind: 'released' },
      ],
      interruption: { kind: 'account', cause: 'accountSendingPaused' },
    });
  });
});

describe('what the worker makes of it', () => {
  const sent = async (words: Words, recipients = 9) => {
    const world = new CrashWorld(recipients, words);
    await world.pass([new Map()]);
    return world;
  };
  const always = (word: Word, recipients = 9): Words =>
    Object.fromEntries(
      Array.from({ length: recipients }, (_, number) => [number, Array.from({ length: 99 }, () => word)]),
    );
  const refusedIn = (world: CrashWorld): number[] =>
    world.groups().flatMap(({ outcome }) => outcome?.refused.map(({ number }) => number) ?? []);

  test('throttled: the whole account slows down for a minute, and nobody failed', async () => {
    const world = await sent({ 1: ['throttled'] });
    expect(world.backOff?.level).toBe(1);
    expect(world.backOff!.until - world.backOff!.since).toBe(60_000);
    expect(world.sink).toHaveLength(9);
    expect(refusedIn(world)).toEqual([]);
  });

  test('the day’s quota: the run holds until a time that it tells, and everybody still waits', async () => {
    const world = await sent(always('quota'));
    expect(world.ends).toEqual(['hold']);
    expect(Date.parse(world.held ?? '')).toBeGreaterThan(Date.parse('2026-11-24T10:14:00Z'));
    expect(world.sink).toEqual([]);
  });

  test('the account is paused: so is the run, with the cause', async () => {
    const world = await sent(always('account'));
    expect(world).toMatchObject({ paused: 'accountSendingPaused', ends: ['halted'], sink: [] });
  });

  test('a call that is refused because of one recipient fails that one only, and repeats nobody', async () => {
    const world = await sent({ 4: ['culprit'], 7: ['culprit'] });
    expect(refusedIn(world)).toEqual([4, 7]);
    expect(world.sink.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 5, 6, 8]);
  });

  test('recipients that are refused one after the other are not the cause: the run pauses', async () => {
    const world = await sent(always('culprit', 40), 40);
    expect(world.paused).toBe('contentRefused');
    expect(refusedIn(world).length).toBeLessThan(20);
  });

  test('expired credentials are tried again; when they stay, another worker does', async () => {
    expect(await sent({ 0: ['transient', 'transient'] })).toMatchObject({ ends: ['done'] });
    const world = await sent(always('transient'));
    expect(world).toMatchObject({ ends: [undefined], sink: [] });
    expect(world.groups().every(({ outcome }) => outcome !== undefined)).toBe(true);
  });
});

test('each further throttling lowers the rate by a fifth more, the same one only once, and a minute later it is whole again', () => {
  const first = nextBackOff(undefined, 0)!;
  expect(loweredRate(100, first, 59_999)).toBe(80);
  expect(loweredRate(100, first, 60_000)).toBe(100);
  expect(nextBackOff(first, 4999)).toBeUndefined();
  expect(loweredRate(100, nextBackOff(first, 6000), 6000)).toBe(64);
  expect(nextBackOff(first, 70_000)?.level).toBe(1);
});
