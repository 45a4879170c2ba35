import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contribution, factsOf, openerOf } from '../../../domain/model/facts.ts';
import { addCounters, countUnknown, zeroCounters } from '../../../domain/model/figures.ts';
import type { MessageItem } from '../../../domain/model/message.ts';
import { addLines } from '../../../domain/track/add-lines.ts';
import { lineOf } from '../../../domain/track/line-of.ts';
import { taggedMessageOf, parseSesEvent, type SesEvent } from '../../../domain/track/ses-event.ts';

const mail = {
  messageId: 'm1',
  timestamp: '2026-11-24T10:00:00.000Z',
  destination: ['a@post.example'],
  tags: { run: ['r'], n: ['7'], p: ['p1'] },
};
const eventIn = (json: object): SesEvent => {
  const parsed = parseSesEvent(JSON.stringify(json));
  if (parsed.kind === 'event') return parsed.event;
  throw new Error(parsed.kind);
};

const minute = fc.integer({ min: 0, max: 5 }).map((value) => `2026-11-24T10:0${value}:00.000Z`);

const body = fc.oneof(
  minute.map((timestamp) => ({ eventType: 'Delivery', delivery: { timestamp } })),
  fc
    .record({
      timestamp: minute,
      kind: fc.constantFrom('Permanent', 'Transient'),
      status: fc.constantFrom('5.1.1', '5.2.2', undefined),
    })
    .map(({ timestamp, kind, status }) => ({
      eventType: 'Bounce',
      bounce: { timestamp, bounceType: kind, bounceSubType: 'General', bouncedRecipients: [{ status }] },
    })),
  fc
    .record({
      timestamp: minute,
      complaintFeedbackType: fc.constantFrom('abuse', 'not-spam', null),
      complaintSubType: fc.constantFrom('OnAccountSuppressionList', null),
    })
    .map((complaint) => ({ eventType: 'Complaint', complaint })),
  minute.map((timestamp) => ({ eventType: 'DeliveryDelay', deliveryDelay: { timestamp } })),
  fc
    .record({
      timestamp: minute,
      // A person's, a machine's, and two that tell nothing.
      userAgent: fc.constantFrom(
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0',
        'Mozilla/5.0',
        'YahooMailProxy; https://help.yahoo.com/',
        '',
      ),
    })
    .map((open) => ({ eventType: 'Open', open })),
  minute.map((timestamp) => ({
    eventType: 'Subscription',
    subscription: { timestamp, newTopicPreferences: { unsubscribeAll: true } },
  })),
  fc
    .record({
      timestamp: minute,
      isBotEvent: fc.constantFrom('Likely', 'Unlikely'),
      link: fc.constantFrom('https://shop.example/', 'https://f.example/api/unsubscribe/r.7.p1.x'),
    })
    .map((click) => ({
      eventType: 'Click',
      click: {
        ...click,
        userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0',
      },
    })),
);
const events = fc
  .array(body, { minLength: 1, maxLength: 8 })
  .map((bodies) => bodies.map((each) => eventIn({ ...each, mail })));

const number = 7;

/** What is known of the message after these events, one by one, and the sum of the counter moves. */
const after = (list: readonly SesEvent[]) => {
  let item: MessageItem = { runId: 'r', index: 0, version: 0, rows: [] };
  let counters = zeroCounters();
  for (const event of list) {
    const line = lineOf(event);
    const change = addLines([item], new Map([[0, line ? [{ number, line }] : []]]));
    counters = addCounters(counters, change.delta);
    item = change.items[0] ?? item;
  }
  const lines = item.rows[0]?.lines ?? [];
  return { facts: factsOf(lines), counters, lines };
};

describe('the facts of a message', () => {
  test('repeats and any order give the same facts, the same counters and the same log', () => {
    fc.assert(
      fc.property(
        events.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
        ),
        ([once, shuffled]) => {
          expect(after(shuffled)).toEqual(after(once));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the counters are what a recount of the row gives', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { lines, counters } = after(list);
        expect(counters).toEqual(contribution(lines));
      }),
    );
  });

  test('a message is delivered or failed, never both, and a click implies an open', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { counters } = after(list);
        expect(counters.delivered + counters.bounced + counters.rejected).toBeLessThanOrEqual(1);
        expect(counters.opened).toBeGreaterThanOrEqual(counters.clicked);
        expect(counters.openedByHuman).toBeGreaterThanOrEqual(counters.clickedByHuman);
        expect(counters.delivered).toBeGreaterThanOrEqual(counters.opened);
      }),
    );
  });

  test('an open and a click are of one class each: a person’s, a machine’s or nobody knows whose', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { counters } = after(list);
        const { openedByUnknown, clickedByUnknown } = countUnknown(counters);
        const opened = [counters.openedByHuman, counters.openedByMachine, openedByUnknown];
        const clicked = [counters.clickedByHuman, counters.clickedByMachine, clickedByUnknown];
        expect(opened.filter((count) => count !== 0)).toEqual(counters.opened === 1 ? [1] : []);
        expect(clicked.filter((count) => count !== 0)).toEqual(counters.clicked === 1 ? [1] : []);
      }),
    );
  });

  const at = (minutes: number): string => `2026-11-24T10:${minutes}:00.000Z`;
  const opened = (userAgent: string) => ({ eventType: 'Open', open: { timestamp: at(30), userAgent } });
  const byPerson = opened('Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0');
  const byMachine = opened('Mozilla/5.0');
  const byNobodyKnows = opened('');
  const clickOfMachine = {
    eventType: 'Click',
    click: { timestamp: at(40), link: 'https://a.example/', isBotEvent: 'Likely' },
  };
  const optOut = {
    eventType: 'Subscription',
    subscription: { timestamp: at(50), newTopicPreferences: { unsubscribeAll: true } },
  };
  test.each([
    ['human', [byMachine, byNobodyKnows, byPerson, clickOfMachine]],
    ['unknown', [byMachine, byNobodyKnows, clickOfMachine]],
    ['machine', [byMachine, clickOfMachine]],
    ['machine', [clickOfMachine, optOut]],
    ['unknown', [optOut]],
  ])('the surest of all opens and clicks counts, an opt-out tells nothing of who: %s', (actorClass, bodies) => {
    for (const list of [bodies, bodies.toReversed()])
      expect(openerOf(after(list.map((each) => eventIn({ ...each, mail }))).facts)?.actorClass).toBe(actorClass);
  });

  test('no number of opens hides what comes after them, in any order', () => {
    const fetched = Array.from({ length: 100 }, (_, second) => ({
      eventType: 'Open',
      open: { timestamp: new Date(Date.parse(at(10)) + second * 1000).toISOString(), userAgent: 'Mozilla/5.0' },
    }));
    const bounced = {
      eventType: 'Bounce',
      bounce: { timestamp: at(55), bounceType: 'Permanent', bouncedRecipients: [{ status: '5.1.1' }] },
    };
    const list = [...fetched, clickOfMachine, optOut].map((each) => eventIn({ ...each, mail }));
    const { counters, lines } = after(list);
    expect(counters).toMatchObject({ delivered: 1, opened: 1, clicked: 1, unsubscribed: 1 });
    expect(lines.filter(({ kind }) => kind === 'open')).toHaveLength(60);
    expect(after(list.toReversed())).toEqual(after(list));
    const late = [...list, eventIn({ ...bounced, mail })];
    for (const order of [late, late.toReversed()])
      expect(after(order).counters).toMatchObject({ delivered: 0, opened: 0, bounced: 1 });
  });

  test('events without our tags belong to nobody', () => {
    const delivery = { timestamp: mail.timestamp };
    expect(taggedMessageOf(eventIn({ eventType: 'Delivery', delivery, mail: { ...mail, tags: {} } }))).toBeUndefined();
  });
});
