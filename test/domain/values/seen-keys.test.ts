import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SeenKeys } from '../../../domain/values/seen-keys.ts';

test('it counts as a Map does, however often it grew', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 4000 }), (keys) => {
      const seen = new SeenKeys();
      const model = new Map<string, number>();
      for (const key of keys) {
        expect(seen.add(key)).toBe(!model.has(key));
        model.set(key, (model.get(key) ?? 0) + 1);
      }
      for (const [key, times] of model) expect(seen.timesOf(key)).toBe(Math.min(times, 255));
      expect(seen.timesOf('never seen before')).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('of two hundred thousand addresses none is taken for another', () => {
  const seen = new SeenKeys();
  const known = Array.from({ length: 200_000 }, (_, index) => seen.add(`u${index}@post.example`));
  expect(known.every(Boolean)).toBe(true);
});
