import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeFigures, impossibleRates } from '../../../domain/kpi/figures.ts';
import { contribution } from '../../../domain/model/facts.ts';
import { addCounters, zeroCounters } from '../../../domain/model/figures.ts';
import type { Run } from '../../../domain/model/run.ts';
import { messageItemIn, parsedItem, storedItem } from '../../../lambdas/adapters/dynamodb/message-item.ts';
import { awaiting, now, preparation } from '../samples.ts';
import { EventWorld } from './event-world.ts';

const PEOPLE = 6;
const at = (minute: number): string => `2026-11-24T10:0${minute}:00.000Z`;

const details = {
  Send: () => ({ send: {} }),
  Delivery: (timestamp: string) => ({ delivery: { timestamp } }),
  Open: (timestamp: string) => ({ open: { timestamp, userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0' } }),
  Click: (timestamp: string) => ({ click: { timestamp, link: 'https://shop.example/' } }),
  Complaint: (timestamp: string) => ({ complaint: { timestamp } }),
  Subscription: (timestamp: string) => ({
    subscription: { timestamp, newTopicPreferences: { unsubscribeAll: true } },
  }),
} as const;
const types = Object.keys(details) as (keyof typeof details)[];

const bodyOf = (number: number, eventType: keyof typeof details, minute: number, isUntracked: boolean): string =>
  JSON.stringify({
    eventType,
    mail: {
      messageId: `m${number}`,
      timestamp: at(0),
      destination: [`n${number}@post.example`],
      tags: { run: ['r'], n: [String(number)], p: [`p${number}`], ...(isUntracked && { tracking: ['off'] }) },
    },
    ...details[eventType](at(minute)),
  });

const finished: Run = {
  ...awaiting,
  state: 'Finished',
  preparation: { ...preparation, counts: { targeted: PEOPLE, excluded: [], toDeliver: PEOPLE } },
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
};

test('opens and clicks of who refused count nowhere, however they come; all rates stay possible, a recount agrees', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ n: fc.nat(PEOPLE - 1), type: fc.constantFrom(...types), minute: fc.nat(5) }), {
        maxLength: 40,
      }),
      fc.subarray(Array.from({ length: PEOPLE }, (_, number) => number)),
      async (drawn, untracked) => {
        const world = new EventWorld();
        const everybody = Array.from({ length: PEOPLE }, (_, n) => ({ n, type: 'Delivery' as const, minute: 1 }));
        const events = [...drawn, ...everybody];
        const bodies = events.map(({ n, type, minute }, id) => ({
          id: String(id),
          body: bodyOf(n, type, minute, untracked.includes(n)),
        }));
        expect(await world.consume([...bodies, ...bodies], async () => {})).toEqual([]);
        const rows = [...world.items.values()].flatMap((item) => item.rows);
        for (const { number, lines } of rows)
          if (untracked.includes(number)) expect(lines.map(({ kind }) => kind)).not.toContain('open');
        expect(rows.reduce((sum, { lines }) => addCounters(sum, contribution(lines)), zeroCounters())).toEqual(
          world.counters,
        );
        const figures = computeFigures({
          run: finished,
          tallies: [{ chunk: 0, closed: 1, handedOver: PEOPLE, refused: 0, optedOut: 0, open: 0 }],
          counters: world.counters,
          settledUnknown: 0,
          asOf: now,
        });
        const openers = new Set(
          events
            .filter(({ n, type }) => !untracked.includes(n) && ['Open', 'Click', 'Subscription'].includes(type))
            .map(({ n }) => n),
        );
        expect(figures.trackable).toMatchObject({ count: PEOPLE - untracked.length, of: PEOPLE });
        expect(figures.opened).toMatchObject({ count: openers.size, of: PEOPLE - untracked.length });
        expect([impossibleRates(figures), figures.books.balanced]).toEqual([[], true]);
      },
    ),
    { numRuns: 100 },
  );
});

test('that a message may not be tracked is stored with its lines', () => {
  const lines = [
    { kind: 'send' as const, at: at(0), untracked: true as const },
    { kind: 'delivery' as const, at: at(1) },
  ];
  const stored = storedItem({ runId: 'r', index: 0, version: 0, rows: [{ runId: 'r', number: 3, lines }] });
  const [row] = messageItemIn(parsedItem(stored), () => '').rows;
  expect(row?.lines).toEqual([
    expect.objectContaining({ untracked: true }),
    expect.not.objectContaining({ untracked: true }),
  ]);
});
