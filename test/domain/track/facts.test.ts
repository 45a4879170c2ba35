import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contribution, factsOf } from '../../../domain/facts.ts';
import { addCounters, zeroCounters } from '../../../domain/figures.ts';
import type { Sheet } from '../../../domain/message.ts';
import { addLines } from '../../../domain/track/add-lines.ts';
import { lineOf } from '../../../domain/track/line-of.ts';
import { originOf, parseSesEvent, type SesEvent } from '../../../domain/track/ses-event.ts';

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
      status: fc.constantFrom('5.1.1', '5.2.2'),
    })
    .map(({ timestamp, kind, status }) => ({
      eventType: 'Bounce',
      bounce: { timestamp, bounceType: kind, bounceSubType: 'General', bouncedRecipients: [{ status }] },
    })),
  minute.map((timestamp) => ({ eventType: 'Complaint', complaint: { timestamp } })),
  minute.map((timestamp) => ({ eventType: 'DeliveryDelay', deliveryDelay: { timestamp } })),
  fc
    .record({
      timestamp: minute,
      userAgent: fc.constantFrom('Mozilla/5.0', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0'),
    })
    .map((open) => ({ eventType: 'Open', open })),
  fc.record({ timestamp: minute, isBotEvent: fc.constantFrom('Likely', 'Unlikely') }).map((click) => ({
    eventType: 'Click',
    click: {
      ...click,
      link: 'https://shop.example/',
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
  let sheet: Sheet = { runId: 'r', sheet: 0, version: 0, rows: [] };
  let counters = zeroCounters();
  for (const event of list) {
    const line = lineOf(event);
    const change = addLines([sheet], new Map([[0, line ? [{ number, line }] : []]]));
    counters = addCounters(counters, change.delta);
    sheet = change.sheets[0] ?? sheet;
  }
  const lines = sheet.rows[0]?.lines ?? [];
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

  test('events without our tags belong to nobody', () => {
    const delivery = { timestamp: mail.timestamp };
    expect(originOf(eventIn({ eventType: 'Delivery', delivery, mail: { ...mail, tags: {} } }))).toBeUndefined();
  });
});
