import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters, type Counters } from '../../../domain/model/figures.ts';
import { EventWorld } from './event-world.ts';

const day = (number: number, second = 0): string => new Date(Date.UTC(2026, 10, number, 9, 0, second)).toISOString();
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0';

const bodyOf = (detail: object, number = 0): string =>
  JSON.stringify({
    ...detail,
    mail: {
      messageId: `m${number}`,
      timestamp: day(20),
      destination: ['reader@post.example'],
      tags: { run: ['r'], n: [String(number)], p: ['p'] },
    },
  });

type Dsn = { status?: string; action?: string; diagnosticCode?: string };
const delivery = (at: string) => ({ eventType: 'Delivery', delivery: { timestamp: at } });
const open = (at: string) => ({ eventType: 'Open', open: { timestamp: at, userAgent: agent } });
const click = (at: string, link: string) => ({ eventType: 'Click', click: { timestamp: at, userAgent: agent, link } });
const bounce = (at: string, bounceType: string, bounceSubType: string, dsn: Dsn = {}) => ({
  eventType: 'Bounce',
  bounce: {
    timestamp: at,
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress: 'reader@post.example', ...dsn }],
  },
});
const complaint = (at: string, complaintFeedbackType: string | null, complaintSubType: string | null = null) => ({
  eventType: 'Complaint',
  complaint: { timestamp: at, complaintFeedbackType, complaintSubType },
});

const noTurn = async (): Promise<void> => {};

/** One batch after the other, each body twice. */
const consumed = async (batches: readonly (readonly string[])[]): Promise<EventWorld> => {
  const world = new EventWorld();
  for (const batch of batches) {
    const bodies = [...batch, ...batch].map((body, index) => ({ id: String(index), body }));
    expect(await world.consume(bodies, noTurn)).toEqual([]);
  }
  return world;
};

const countersOf = (some: Partial<Counters>): Counters => ({ ...zeroCounters(), ...some });
const statusOf = (world: EventWorld) => world.statuses.get('reader@post.example');

const replied = bounce(day(20, 41), 'Transient', 'General');
const delivered = delivery(day(20, 3));
const opened = open(day(27));
const openedOnce = countersOf({ delivered: 1, opened: 1, openedByHuman: 1 });

describe('an out-of-office reply', () => {
  test('leaves the message delivered, its open counts and nothing is held against the address, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([delivered, replied, opened], { minLength: 3 }),
        fc.boolean(),
        async (events, isOneBatch) => {
          const bodies = events.map((event) => bodyOf(event));
          const world = await consumed(isOneBatch ? [bodies] : bodies.map((body) => [body]));
          expect(world.counters).toEqual(openedOnce);
          expect(statusOf(world)?.softErrors ?? 0).toBe(0);
        },
      ),
    );
  });

  test('five of them, a day apart and without a delivery, quarantine nobody and fail nothing', async () => {
    const days = [20, 21, 22, 23, 24].map((number, index) =>
      bodyOf(bounce(day(number), 'Transient', 'General'), index),
    );
    const world = await consumed(days.map((body) => [body]));
    expect(statusOf(world)).toBeUndefined();
    expect(world.counters).toEqual(zeroCounters());
  });

  test.each<[string, Dsn]>([
    ['a status', { status: '4.4.7' }],
    ['a diagnostic code', { diagnosticCode: 'smtp; 451 4.7.1 try again later' }],
    ['an action', { action: 'failed' }],
  ])('is none when a delivery status notification came with %s: that is a soft bounce', async (_, dsn) => {
    const world = await consumed([[bodyOf(bounce(day(20), 'Transient', 'General', dsn))]]);
    expect(world.counters).toEqual(countersOf({ bounced: 1 }));
    expect(statusOf(world)).toMatchObject({ softErrors: 1 });
  });

  test('the code of a diagnostic that came without a status decides', async () => {
    const dsn = { diagnosticCode: 'smtp; 550 5.1.1 no such user' };
    const world = await consumed([[bodyOf(bounce(day(20), 'Transient', 'General', dsn))]]);
    expect(world.counters).toEqual(countersOf({ bounced: 1, hardBounced: 1 }));
  });
});

describe('a transient bounce after the delivery', () => {
  test.each(['General', 'MailboxFull', 'ContentRejected'])('%s: it was accepted, in any order', async (subType) => {
    const late = bounce(day(20, 41), 'Transient', subType, { status: '4.2.2', action: 'failed' });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([delivered, late, opened], { minLength: 3 }),
        fc.boolean(),
        async (events, isOneBatch) => {
          const bodies = events.map((event) => bodyOf(event));
          const world = await consumed(isOneBatch ? [bodies] : bodies.map((body) => [body]));
          expect(world.counters).toEqual(openedOnce);
          expect(statusOf(world)?.softErrors ?? 0).toBe(0);
        },
      ),
    );
  });

  test('does not put an address into quarantine whose four errors the delivery made good, in any order', async () => {
    const errors = [10, 11, 12, 13].map((number) =>
      bodyOf(bounce(day(number), 'Transient', 'MailboxFull', { status: '4.2.2' }), number),
    );
    const late = bounce(day(20, 41), 'Transient', 'MailboxFull', { status: '4.2.2' });
    for (const last of [
      [delivered, late],
      [late, delivered],
    ]) {
      const world = await consumed([...errors, ...last.map((event) => bodyOf(event))].map((body) => [body]));
      expect(statusOf(world)?.quarantine).toBeUndefined();
      expect(statusOf(world)?.softErrors).toBe(0);
    }
  });

  test('one before it, and a permanent one after it, mean what they always meant', async () => {
    const before = bounce(day(20, 1), 'Transient', 'MailboxFull', { status: '4.2.2' });
    const after = bounce(day(20, 41), 'Permanent', 'General', { status: '5.1.1' });
    expect((await consumed([[bodyOf(before), bodyOf(delivered)]])).counters).toEqual(countersOf({ delivered: 1 }));
    expect((await consumed([[bodyOf(before)]])).counters).toEqual(countersOf({ bounced: 1 }));
    expect((await consumed([[bodyOf(delivered), bodyOf(after)]])).counters).toEqual(
      countersOf({ bounced: 1, hardBounced: 1 }),
    );
  });
});

describe('a complaint', () => {
  test.each(['abuse', 'fraud', 'virus', 'other', 'auth-failure', null, 'something-new'])(
    'of the type %s counts, opts out and quarantines',
    async (type) => {
      const world = await consumed([[bodyOf(complaint(day(20, 50), type))]]);
      expect(world.counters).toEqual(countersOf({ delivered: 1, complained: 1 }));
      expect(statusOf(world)?.quarantine?.reason).toBe('complaint');
      expect([...world.optedOut]).toEqual(['p']);
    },
  );

  test.each(['not-spam', 'Not-Spam'])('of the type %s says the opposite and moves nothing', async (feedback) => {
    const alone = await consumed([[bodyOf(complaint(day(20, 50), feedback))]]);
    expect(alone.counters).toEqual(zeroCounters());
    const world = await consumed([[bodyOf(delivered)], [bodyOf(complaint(day(20, 50), feedback))]]);
    expect(world.counters).toEqual(countersOf({ delivered: 1 }));
    expect(statusOf(world)).toBeUndefined();
    expect(world.optedOut.size).toBe(0);
    expect(world.items.get(0)?.rows[0]?.lines.map(({ kind, type }) => [kind, type])).toContainEqual([
      'complaint',
      feedback,
    ]);
  });

  test.each(['OnAccountSuppressionList', 'OnTenantSuppressionList'])(
    'with the sub-type %s was never sent: the message failed as suppressed',
    async (subType) => {
      const world = await consumed([[bodyOf(complaint(day(20, 1), null, subType))]]);
      expect(world.counters).toEqual(countersOf({ bounced: 1 }));
      expect(statusOf(world)?.quarantine?.reason).toBe('suppressed');
      expect(world.optedOut.size).toBe(0);
    },
  );
});

test('what SES did not try to send is no new hard bounce, whichever list it was on', async () => {
  const lists = ['Suppressed', 'OnAccountSuppressionList', 'OnTenantSuppressionList', 'EmailValidationSuppressed'];
  for (const subType of lists) {
    const world = await consumed([[bodyOf(bounce(day(20), 'Permanent', subType, { status: '5.1.1' }))]]);
    expect(world.counters).toEqual(countersOf({ bounced: 1 }));
    expect(statusOf(world)?.quarantine?.reason).toBe('suppressed');
  }
});

test('a click on the unsubscribe link is no click and no open, and its token is not kept', async () => {
  const link = 'https://freigabe.example.com/api/unsubscribe/r.0.p.c2lnbmF0dXJl';
  const world = await consumed([[bodyOf(delivered)], [bodyOf(click(day(21), link))]]);
  expect(world.counters).toEqual(countersOf({ delivered: 1 }));
  expect(JSON.stringify([...world.items.values()])).not.toContain('c2lnbmF0dXJl');
  const both = await consumed([[bodyOf(delivered), bodyOf(click(day(21), link))], [bodyOf(opened)]]);
  expect(both.counters).toEqual(openedOnce);
});
