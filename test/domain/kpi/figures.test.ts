import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { computeFigures, percentOf } from '../../../domain/kpi/figures.ts';
import type { Run } from '../../../domain/model/run.ts';
import { now, preparation, preparing } from '../samples.ts';

const finished = (toDeliver: number): Run => ({
  ...preparing,
  state: 'Finished',
  preparation: { ...preparation, counts: { targeted: toDeliver, excluded: [], toDeliver } },
  approvals: [],
  round: 1,
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
});

const parts = fc.record({
  delivered: fc.nat(500),
  bounced: fc.nat(500),
  rejected: fc.nat(50),
  pending: fc.nat(500),
  refused: fc.nat(50),
  optedOut: fc.nat(50),
  open: fc.nat(50),
});

describe('the books', () => {
  test('balance when every message is somewhere, in any mixture', () => {
    fc.assert(
      fc.property(parts, ({ delivered, bounced, rejected, pending, refused, optedOut, open }) => {
        const handedOver = delivered + bounced + rejected + pending;
        const run = finished(handedOver + refused + optedOut + open);
        const tallies = [{ chunk: 0, closed: 1, handedOver, refused, optedOut, open }];
        const counters = { ...zeroCounters(), delivered, bounced, rejected };
        const { books } = computeFigures({ run, tallies, counters, settledUnknown: 0, asOf: now });
        expect(books).toMatchObject({
          balanced: true,
          difference: 0,
          delivered,
          pending,
          unknown: open,
          stopped: optedOut,
        });
        expect(books.failed).toBe(bounced + rejected + refused);
      }),
    );
  });

  test('show a hole instead of hiding it', () => {
    const tallies = [{ chunk: 0, closed: 1, handedOver: 9, refused: 0, optedOut: 0, open: 0 }];
    const { books } = computeFigures({
      run: finished(10),
      tallies,
      counters: zeroCounters(),
      settledUnknown: 0,
      asOf: now,
    });
    expect(books).toMatchObject({ balanced: false, difference: 1 });
  });

  test('more deliveries than messages are no balance either', () => {
    const tallies = [{ chunk: 0, closed: 1, handedOver: 10, refused: 0, optedOut: 0, open: 0 }];
    const counters = { ...zeroCounters(), delivered: 11 };
    expect(computeFigures({ run: finished(10), tallies, counters, settledUnknown: 0, asOf: now }).books.balanced).toBe(
      false,
    );
  });
});

describe('rates', () => {
  test('have one decimal, rounded half up, and nothing to divide by is nothing', () => {
    expect(percentOf(0, 0)).toBeNull();
    expect(percentOf(1, 3)).toBe(33.3);
    expect(percentOf(1, 2000)).toBe(0.1);
    expect(percentOf(1, 2001)).toBe(0);
    expect(percentOf(2, 3)).toBe(66.7);
    expect(percentOf(7, 7)).toBe(100);
  });

  test('never differ from the exact share by more than half a tenth', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (count, of) => {
        const exact = (Math.min(count, of) / of) * 100;
        expect(Math.abs((percentOf(Math.min(count, of), of) ?? 0) - exact)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});
