import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { candidatesIn, Directory } from '../../../domain/values/directory.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/), { maxLength: 3000 });

test('everybody is found at the place where they were frozen, also when somebody else went on with it', () => {
  fc.assert(
    fc.property(ids, fc.nat(3000), (people, cut) => {
      const first = new Directory();
      for (const id of people.slice(0, cut)) first.add(id);
      const directory = new Directory(first.bytes());
      for (const id of people.slice(cut)) directory.add(id);
      expect(directory.size).toBe(people.length);
      const bytes = directory.bytes();
      expect(bytes).toHaveLength(people.length * 4);
      for (const [position, id] of people.entries()) expect(candidatesIn(bytes, id)).toContain(position);
    }),
    { numRuns: 20 },
  );
});

test('of a hundred thousand people, a stranger is nearly never taken for one', () => {
  const directory = new Directory();
  for (let index = 0; index < 100_000; index += 1) directory.add(`profile-${index}`);
  const bytes = directory.bytes();
  const strangers = Array.from({ length: 50 }, (_, index) => candidatesIn(bytes, `stranger-${index}`).length);
  expect(strangers.reduce((sum, count) => sum + count, 0)).toBeLessThan(3);
});
