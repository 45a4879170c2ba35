import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressKey } from '../../../domain/address.ts';
import { Excluder } from '../../../domain/prepare/exclude.ts';
import { columnsOf, RowReader } from '../../../domain/prepare/import-rows.ts';

const address = fc.constantFrom(
  '',
  '  ',
  'a@post.example',
  'A@Post.example',
  'b@post.example',
  'c@post.example',
  'nobody@',
  'two@@x.example',
);
const profile = fc.record({ address, isOut: fc.boolean() }).map(({ address: given, isOut }) => ({
  address: given,
  ...(isOut && { optedOut: { at: '2026-01-01T00:00:00Z', source: 'import' as const } }),
}));

describe('exclusion', () => {
  test('counts each profile once: targeted is the sum of the causes and those who get it', () => {
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 60 }), (profiles) => {
        const excluder = new Excluder(new Set(['c@post.example']));
        const kept = profiles.filter((each) => excluder.judge(each) === undefined);
        const counts = excluder.counts();
        expect(counts.targeted).toBe(profiles.length);
        expect(counts.toDeliver).toBe(kept.length);
        expect(counts.excluded.reduce((sum, { count }) => sum + count, 0) + counts.toDeliver).toBe(counts.targeted);
        const keys = kept.map((each) => addressKey(each.address));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => key === '' || key === 'c@post.example')).toEqual([]);
        expect(kept.filter(({ optedOut }) => optedOut)).toEqual([]);
      }),
    );
  });

  test('the first rule that matches names the cause', () => {
    const excluder = new Excluder(new Set(['q@post.example']));
    const optedOut = { at: '2026-01-01T00:00:00Z', source: 'import' as const };
    expect(excluder.judge({ address: '', optedOut })).toBe('noAddress');
    expect(excluder.judge({ address: 'no-at-sign', optedOut })).toBe('invalidAddress');
    expect(excluder.judge({ address: 'q@post.example', optedOut })).toBe('optedOut');
    expect(excluder.judge({ address: 'Q@post.example' })).toBe('quarantined');
    expect(excluder.judge({ address: 'x@post.example' })).toBeUndefined();
    expect(excluder.judge({ address: ' X@POST.example ' })).toBe('duplicate');
  });
});

const hash = (text: string): string => `h${text.length}-${Buffer.from(text).toString('base64url').slice(0, 20)}`;

describe('an import', () => {
  test('finds its columns under the names that people use, and keeps the others as attributes', () => {
    const columns = columnsOf(['External ID', 'E-Mail', 'First Name', 'Opt out']);
    if (!columns) throw new Error('no columns');
    const reader = new RowReader(columns, 4, hash);
    expect(reader.read(['p1', ' a@post.example ', 'Ada', 'yes'], 2)).toEqual({
      id: 'p1',
      address: 'a@post.example',
      attributes: { first_name: 'Ada' },
      optedOut: true,
    });
    expect(reader.read(['p1', 'b@post.example', 'Bea', ''], 3)).toMatchObject({
      line: 3,
      cause: expect.stringContaining('earlier row'),
    });
    expect(reader.read(['p 2', 'b@post.example', 'Bea', ''], 4)).toMatchObject({
      line: 4,
      cause: expect.stringContaining('letters'),
    });
    expect(reader.read(['p3'], 5)).toMatchObject({ line: 5, cause: expect.stringContaining('columns') });
  });

  test('without a column of addresses there is nothing to import', () => {
    expect(columnsOf(['name', 'city'])).toBeUndefined();
  });
});
