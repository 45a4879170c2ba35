import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HourLine } from '../../../domain/model/breakdown.ts';
import { barsOf } from '../../../console/src/kpi/hour-bars.ts';

const line = (hour: string, opened: number, openedByHuman: number): HourLine => ({
  hour,
  opened,
  openedByHuman,
  openedByMachine: 1,
  openedByUnknown: opened - openedByHuman - 1,
  clicked: 0,
  clickedByHuman: 0,
  clickedByMachine: 0,
  clickedByUnknown: 0,
});

describe('bars of the hours', () => {
  test('an hour in which nothing happened has its place', () => {
    const { unit, bars } = barsOf(
      [line('2026-11-24T09:00:00.000Z', 5, 3), line('2026-11-24T12:00:00.000Z', 2, 0)],
      'opened',
    );
    expect(unit).toBe('hour');
    expect(bars.map(({ human, machine, unknown }) => [human, machine, unknown])).toEqual([
      [3, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
      [0, 1, 1],
    ]);
    expect(barsOf([], 'opened').bars).toEqual([]);
  });

  test('whatever the hours, all that happened is in some bar, and no more bars than have room', () => {
    const start = Date.parse('2026-03-20T00:00:00.000Z');
    const hours = fc.uniqueArray(fc.nat(743), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(hours, (found) => {
        const lines = found
          .toSorted((one, other) => one - other)
          .map((hour) => line(new Date(start + hour * 3_600_000).toISOString(), 3, 1));
        const { bars } = barsOf(lines, 'opened');
        expect(bars.reduce((sum, { human, machine, unknown }) => sum + human + machine + unknown, 0)).toBe(
          3 * lines.length,
        );
        expect(bars.reduce((sum, { human }) => sum + human, 0)).toBe(lines.length);
        expect(bars.length).toBeLessThanOrEqual(48);
      }),
    );
  });
});
