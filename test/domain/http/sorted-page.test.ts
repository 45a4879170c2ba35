import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortedPage } from '../../../domain/http/sorted-page.ts';

type Item = { id: string; name: string };

const items = fc.uniqueArray(fc.record({ id: fc.uuid(), name: fc.constantFrom('', 'a', 'b', 'ä', '"', '\u{1F600}') }), {
  selector: ({ id }) => id,
  maxLength: 40,
});
const order = { placeOf: ({ id, name }: Item) => ({ value: name, id }) };

/** All pages, one after the other; the list is changed between them. */
const readAll = (all: readonly Item[], limit: number, ascending: boolean, change = (list: readonly Item[]) => list) => {
  const seen: Item[] = [];
  let list = all;
  let cursor: string | undefined;
  do {
    const page = sortedPage(list, { ...order, ascending }, { cursor, limit });
    seen.push(...page.items);
    cursor = page.cursorAfter(page.items.length) ?? undefined;
    list = change(list);
  } while (cursor !== undefined);
  return seen;
};

test('pages of any length have everything once, in order', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 7 }), fc.boolean(), (all, limit, ascending) => {
      const whole = sortedPage(all, { ...order, ascending }, { limit: 100 }).items;
      expect(readAll(all, limit, ascending)).toEqual(whole);
      expect(new Set(whole)).toEqual(new Set(all));
    }),
    { numRuns: 100 },
  );
});

test('what goes or comes between two pages makes nothing else be shown twice or left out', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 5 }), fc.nat(), (all, limit, gone) => {
      const rest = all.filter((_, index) => index !== gone % (all.length + 1));
      const seen = readAll(all, limit, true, () => rest);
      expect(new Set(seen).size).toBe(seen.length);
      for (const item of rest) expect(seen).toContain(item);
    }),
    { numRuns: 100 },
  );
});

test.each(['x', '', 'e30', '!', btoa('%'), btoa('[1,2]'), btoa('["a"]'), 'ü'.repeat(9)])(
  'the cursor %j is refused',
  (cursor) => {
    expect(() => sortedPage([], { ...order, ascending: true }, { cursor, limit: 1 })).toThrow('not one of this API');
  },
);
