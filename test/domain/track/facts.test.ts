import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contribution } from '../../../domain/facts.ts';
import { addCounters, zeroCounters } from '../../../domain/figures.ts';
import type { MessageRow } from '../../../domain/message.ts';
import { applyEvent } from '../../../domain/track/apply-event.ts';
import { originOf, parseSesEvent, type SesEvent } from '../../../domain/track/ses-event.ts';

const mail = {
  messageId: 'm1',
  timestamp: '2026-11-24T10:00:00.000Z',
  destination: ['a@post.example'],
  tags: { run: ['r'], n: ['7'], p: ['p1'] },
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
  .map((bodies) => bodies.map((each): SesEvent => parseSesEvent(JSON.stringify({ ...each, mail }))));

const hash = (text: string): string => text;

/** The row after these events, the sum of the counter moves, and the lines of the tracking log. */
const after = (list: readonly SesEvent[]) => {
  let row: MessageRow | undefined;
  let counters = zeroCounters();
  const lines = new Set<string>();
  for (const event of list) {
    const origin = originOf(event);
    const applied = origin && applyEvent(row, origin, event, hash);
    if (!applied) continue;
    const move = addCounters(contribution(applied.row.facts), contribution(row?.facts ?? {}), -1);
    counters = addCounters(counters, move);
    row = applied.row;
    lines.add(applied.tracked.id);
  }
  return { facts: row?.facts, counters, lines: [...lines].toSorted((one, other) => one.localeCompare(other)) };
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
        const { facts, counters } = after(list);
        expect(counters).toEqual(contribution(facts ?? {}));
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
    const foreign = parseSesEvent(
      JSON.stringify({ eventType: 'Delivery', delivery: { timestamp: mail.timestamp }, mail: { ...mail, tags: {} } }),
    );
    expect(originOf(foreign)).toBeUndefined();
  });
});
