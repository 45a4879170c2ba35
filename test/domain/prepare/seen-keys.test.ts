import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SeenKeys } from '../../../domain/prepare/seen-keys.ts';

test('it answers as a Set does, however often it grew', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 4000 }), (keys) => {
      const seen = new SeenKeys();
      const model = new Set<string>();
      for (const key of keys) {
        expect(seen.add(key)).toBe(!model.has(key));
        model.add(key);
      }
    }),
    { numRuns: 30 },
  );
});

test('of two hundred thousand addresses none is taken for another', () => {
  const seen = new SeenKeys();
  const known = Array.from({ length: 200_000 }, (_, index) => seen.add(`u${index}@post.example`));
  expect(known.every(Boolean)).toBe(true);
});
