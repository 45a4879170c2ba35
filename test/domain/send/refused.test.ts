import { describe, expect, test } from '@jest/globals';
import type { GroupMail } from '../../../domain/send/ports/group-mailer.ts';
import { sendableIn } from '../../../domain/model/unknown.ts';
import { transition } from '../../../domain/model/transition.ts';
import { readResults } from '../../../lambdas/adapters/ses/ses-refusals.ts';
import type { RunIn } from '../../../domain/model/run.ts';
import { awaiting, now } from '../samples.ts';
import type { Word, Words } from './crash-ses.ts';
import { CrashWorld } from './crash-world.ts';

const mailTo = (count: number): GroupMail => ({
  from: { name: '', address: 'news@shop.example' },
  replyTo: null,
  headers: {},
  skeleton: { subject: '', html: '', text: '' },
  entries: Array.from({ length: count }, (_, number) => ({ number, address: '', data: {}, headers: {}, tags: {} })),
});

describe('what SES says of one entry', () => {
  test('FAILED names no reason: nobody failed, and it is asked again with the others', () => {
    const text = 'Something unexpected happened on our side. Try again in a while. (a@b.example)';
    const results = [
      { Status: 'SUCCESS', MessageId: 'm' },
      { Status: 'FAILED', Error: text },
      { Status: 'FAILED', Error: null },
    ];
    expect(readResults(mailTo(3), results)).toEqual({
      kind: 'answered',
      entries: [
        { number: 0, kind: 'handedOver', sesMessageId: 'm' },
        {
          number: 1,
          kind: 'released',
          reason: 'FAILED: Something unexpected happened on our side. Try again in a while. …',
        },
        { number: 2, kind: 'released', reason: 'FAILED' },
      ],
      interruption: { kind: 'transient' },
    });
  });

  test.each<[string, object]>([
    ['MESSAGE_REJECTED', { kind: 'refused', reason: 'MESSAGE_REJECTED' }],
    ['INVALID_PARAMETER', { kind: 'refused', reason: 'INVALID_PARAMETER' }],
    ['INVALID_PARAMETER_VALUE', { kind: 'refused', reason: 'INVALID_PARAMETER_VALUE' }],
    ['FAILED', { kind: 'released', reason: 'FAILED' }],
    ['TELEPORTED', { kind: 'released', reason: 'TELEPORTED' }],
    ['TRANSIENT_FAILURE', { kind: 'released' }],
    ['ACCOUNT_THROTTLED', { kind: 'released' }],
    ['TEMPLATE_NOT_FOUND', { kind: 'released' }],
    ['TEMPLATE_DOES_NOT_EXIST', { kind: 'released' }],
    ['CONFIGURATION_SET_DOES_NOT_EXIST', { kind: 'released' }],
    ['MAIL_FROM_DOMAIN_NOT_VERIFIED', { kind: 'released' }],
  ])('%s', (Status, entry) => {
    expect(readResults(mailTo(1), [{ Status }])).toMatchObject({ entries: [{ number: 0, ...entry }] });
  });

  test('a template that SES does not find is everybody’s and pauses the run at once', () => {
    expect(readResults(mailTo(2), [{ Status: 'TEMPLATE_NOT_FOUND' }, { Status: 'TEMPLATE_NOT_FOUND' }])).toMatchObject({
      interruption: { kind: 'account', cause: 'refusedBySes' },
    });
  });
});

describe('refusals one by one', () => {
  const saying = (recipients: number, word: (number: number) => Word, times = 99): Words =>
    Object.fromEntries(
      Array.from({ length: recipients }, (_, number) => [number, Array.from({ length: times }, () => word(number))]),
    );
  const refusedIn = (world: CrashWorld) => world.groups().flatMap(({ outcome }) => outcome?.refused ?? []);
  const fast = { perSecond: 600, perCall: 50 };

  /** Passes of some workers at once until the run pauses or all is done. */
  const play = async (world: CrashWorld, workers = 1): Promise<CrashWorld> => {
    for (let pass = 0; pass < 60 && world.paused === undefined && world.run.state !== 'Finished'; pass += 1) {
      await world.pass(Array.from({ length: workers }, () => new Map()));
      await world.settle();
    }
    return world;
  };

  test.each([1, 3])(
    'everybody is refused for the content: the run pauses, and %s workers used up few',
    async (workers) => {
      const world = Object.assign(
        new CrashWorld(
          500,
          saying(500, () => 'refused'),
        ),
        fast,
      );
      await play(world, workers);
      expect(world).toMatchObject({ paused: 'contentRefused', pausedFor: 'MESSAGE_REJECTED', sink: [] });
      // Five in a row, and what else each worker had under way.
      expect(refusedIn(world).length).toBeLessThanOrEqual(12 * workers);
    },
  );

  test.each([1, 3])('SES names no reason for anybody: the run pauses, and %s workers used up few', async (workers) => {
    const world = Object.assign(
      new CrashWorld(
        500,
        saying(500, () => 'failed', 999),
      ),
      fast,
    );
    await play(world, workers);
    expect(world).toMatchObject({ paused: 'refusedBySes', pausedFor: 'FAILED: Try again in a while.', sink: [] });
    expect(refusedIn(world).length).toBeLessThanOrEqual(12 * workers);
  });

  test('SES names no reason for a while: everybody gets it once', async () => {
    const world = Object.assign(
      new CrashWorld(
        200,
        saying(200, () => 'failed', 3),
      ),
      fast,
    );
    await play(world);
    expect(world.run.state).toBe('Finished');
    expect(refusedIn(world)).toEqual([]);
    expect(world.sink).toHaveLength(200);
  });

  test('two of a group fail each time: they are asked four times, the others get it once', async () => {
    const world = new CrashWorld(9, { 4: Array<Word>(9).fill('failed'), 7: Array<Word>(9).fill('failed') });
    await play(world);
    expect(world).toMatchObject({ paused: undefined, run: { state: 'Finished' } });
    expect(refusedIn(world).toSorted((one, other) => one.number - other.number)).toEqual([
      { number: 4, reason: 'FAILED: Try again in a while.' },
      { number: 7, reason: 'FAILED: Try again in a while.' },
    ]);
    expect(world.sink.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 5, 6, 8]);
    const asked = world.groups().filter(({ from, to, outcome }) => from <= 4 && 4 <= to && outcome);
    expect(asked).toHaveLength(4);
    expect(sendableIn(world.groups(), [])).toEqual({ numbers: [4, 7], deadline: '' });
  });

  test('every third is refused: the run pauses, and who resumes it is not asked again', async () => {
    const world = new CrashWorld(
      500,
      saying(500, (number) => (number % 3 === 0 ? 'refused' : 'ok')),
    );
    Object.assign(world, { perSecond: 60, perCall: 10 });
    await play(world);
    expect(world).toMatchObject({ paused: 'refusalRatio', pausedFor: 'MESSAGE_REJECTED' });
    expect(refusedIn(world).length + world.sink.length).toBeLessThanOrEqual(50 + 8 * 10);
    Object.assign(world, { paused: undefined, isBrakeReleased: true });
    await play(world);
    expect(world).toMatchObject({ paused: undefined, run: { state: 'Finished' } });
    expect(refusedIn(world)).toHaveLength(167);
    expect(new Set(world.sink).size).toBe(333);
  });

  test('one in ten is refused: those fail, and the others get it', async () => {
    const world = new CrashWorld(
      500,
      saying(500, (number) => (number % 10 === 0 ? 'refused' : 'ok')),
    );
    await play(Object.assign(world, fast));
    expect(world).toMatchObject({ paused: undefined, run: { state: 'Finished' } });
    expect(refusedIn(world)).toHaveLength(50);
    expect(world.sink).toHaveLength(450);
  });
});

test('who resumes after a share of refusals has answered the question; what SES said goes with the pause', () => {
  const event = { type: 'paused' as const, at: '2026-11-24T10:00:00.000Z', by: null, reason: 'MESSAGE_REJECTED' };
  const sending: RunIn<'Sending'> = { ...awaiting, state: 'Sending', startAt: now, sendingStartedAt: now };
  const paused = transition(sending, { ...event, cause: 'refusalRatio' });
  expect(paused).toMatchObject({ pauseCause: 'refusalRatio', pauseReason: 'MESSAGE_REJECTED' });
  const resumed = transition(paused, { type: 'resumed', at: now });
  expect(resumed).toMatchObject({ state: 'Sending', brakesReleased: ['refusalRatio'] });
  expect(resumed).not.toHaveProperty('pauseReason');
});
