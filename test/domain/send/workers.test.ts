import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { workersFor } from '../../../domain/send/workers.ts';

test('a sandbox needs two workers, a large account a handful, and nobody more than the stage allows', () => {
  expect([1, 14, 50, 300, 1000].map((rate) => workersFor(rate, { most: 20, perCall: 50 }))).toEqual([2, 2, 2, 3, 7]);
  expect(workersFor(1000, { most: 4, perCall: 50 })).toBe(4);
});

test('of whole groups a higher rate never has fewer workers, and never more than two beside one for each hundred a second', () => {
  const groups = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(groups, groups, fc.integer({ min: 1, max: 1000 }), (one, more, most) => {
      const workers = workersFor(one * 50, { most, perCall: 50 });
      expect(workersFor((one + more) * 50, { most, perCall: 50 })).toBeGreaterThanOrEqual(workers);
      expect(workers).toBeGreaterThanOrEqual(1);
      expect(workers).toBeLessThanOrEqual(Math.min(most, 2 + one / 2));
    }),
  );
});
