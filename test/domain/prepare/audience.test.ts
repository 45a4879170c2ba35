import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressKey, sesAddress } from '../../../domain/model/address.ts';
import { AudienceRules, switchableRules } from '../../../domain/model/audience-rules.ts';
import { isInControlGroup } from '../../../domain/prepare/control-group.ts';
import { Excluder } from '../../../domain/prepare/exclude.ts';
import { columnsOf } from '../../../domain/audience/import-columns.ts';
import { RowReader } from '../../../domain/audience/import-rows.ts';
import { SeenRows } from '../../../domain/audience/seen-rows.ts';

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
const profile = fc
  .record({ id: fc.stringMatching(/^[a-z]{4}$/), address, isOut: fc.boolean() })
  .map(({ isOut, ...given }) => ({
    ...given,
    ...(isOut && { optedOut: { at: '2026-01-01T00:00:00Z', source: 'import' as const } }),
  }));

const excluderWith = (rules: Partial<AudienceRules> = {}): Excluder =>
  new Excluder({
    campaignId: 'c',
    rules: AudienceRules.parse(rules),
    optedOut: new Set(['o@post.example']),
    suppressionList: new Set(['b@post.example.org', 'q@post.example.org']),
    quarantined: new Set(['c@post.example', 'q@post.example']),
    suppressed: new Set(['s@post.example']),
    contacts: (profileId) => (profileId === 'tired' ? 3 : 2),
  });

const anyRules = fc.record(
  {
    off: fc.subarray([...switchableRules]),
    excludedDomains: fc.subarray(['post.example', 'x.example']),
    fatigue: fc.record({ messages: fc.integer({ min: 1, max: 4 }), days: fc.constant(7) }),
    controlPercent: fc.integer({ min: 1, max: 50 }),
    sizeLimit: fc.integer({ min: 1, max: 20 }),
  },
  { requiredKeys: [] },
);

describe('exclusion', () => {
  test('counts each profile once: targeted is the sum of the causes and those who get it', () => {
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 60 }), (profiles) => {
        const excluder = excluderWith();
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

  test('whatever the rules are, each person is counted once, under a rule in force', () => {
    fc.assert(
      fc.property(anyRules, fc.array(profile, { maxLength: 60 }), (rules, profiles) => {
        const excluder = excluderWith(rules);
        const kept = profiles.filter((each) => excluder.judge(each) === undefined);
        const { targeted, toDeliver, excluded } = excluder.counts();
        expect(targeted).toBe(profiles.length);
        expect(toDeliver).toBe(kept.length);
        expect(toDeliver).toBeLessThanOrEqual(rules.sizeLimit ?? profiles.length);
        expect(excluded.filter(({ cause }) => rules.off?.some((off) => off === cause))).toEqual([]);
      }),
    );
  });

  test('the first rule that matches names the cause', () => {
    const excluder = excluderWith({
      excludedDomains: ['rival.example'],
      fatigue: { messages: 3, days: 7 },
      sizeLimit: 2,
    });
    const optedOut = { at: '2026-01-01T00:00:00Z', source: 'import' as const };
    const judge = (given: string, isOut = false, id = 'p') =>
      excluder.judge({ id, address: given, ...(isOut && { optedOut }) });
    expect(judge('', true)).toBe('noAddress');
    expect(judge('no-at-sign', true)).toBe('invalidAddress');
    expect(judge('jürgen@post.example', true)).toBe('internationalAddress');
    expect(judge('q@post.example', true)).toBe('optedOut');
    expect(judge(' O@Post.example ')).toBe('optedOut');
    expect(judge('B@post.example.org')).toBe('suppressionList');
    expect(judge('Q@post.example')).toBe('quarantined');
    expect(judge('S@post.example')).toBe('suppressed');
    expect(judge('x@post.example')).toBeUndefined();
    expect(judge(' X@POST.example ')).toBe('duplicate');
    expect(judge('x@news.rival.example')).toBe('excludedDomain');
    expect(judge('z@rival.example', false, 'tired')).toBe('excludedDomain');
    expect(judge('z@post.example', false, 'tired')).toBe('fatigue');
    // Neither id of this person had so many.
    expect(excluder.judge({ id: 'p', address: 'w@post.example', mergedFrom: ['other'] })).toBe('fatigue');
    expect(judge('x@arrival.example')).toBeUndefined();
    expect(judge('y@post.example')).toBe('sizeLimit');
  });

  test('the first few people of each cause are named', () => {
    const excluder = excluderWith();
    for (let index = 0; index < 5; index += 1)
      excluder.judge({ id: `p${index}`, address: index % 2 === 0 ? '' : 'x@y' });
    const named = excluder.counts().excluded.filter(({ count }) => count > 0);
    expect(named).toEqual([
      { cause: 'noAddress', count: 3, people: ['p0', 'p2', 'p4'] },
      { cause: 'invalidAddress', count: 2, people: ['p1', 'p3'] },
    ]);
  });

  test('a rule that is switched off lets its people through', () => {
    const excluder = excluderWith({ off: ['quarantined', 'duplicate'] });
    expect(excluder.judge({ id: 'p', address: 'q@post.example' })).toBeUndefined();
    expect(excluder.judge({ id: 'r', address: 'q@post.example' })).toBeUndefined();
  });

  test('the control group is the asked share, the same each time, and another one in the next campaign', () => {
    const ids = Array.from({ length: 20_000 }, (_, number) => `p-${number}`);
    const group = (campaign: string): string[] => ids.filter((id) => isInControlGroup(campaign, id, 5));
    const first = group('one');
    // Four standard deviations of 20,000 draws at 5 %: 1,000 ± 124.
    expect(Math.abs(first.length - 1000)).toBeLessThan(124);
    expect(group('one')).toEqual(first);
    const next = new Set(group('two'));
    expect(first.filter((id) => next.has(id)).length).toBeLessThan(100);
  });
});

describe('an address', () => {
  test('goes to SES in Punycode behind the @, and is the same person in both ways of writing', () => {
    expect(sesAddress(' Anna@bücher.example ')).toBe('Anna@xn--bcher-kva.example');
    expect(addressKey('anna@BÜCHER.example')).toBe(addressKey('Anna@xn--bcher-kva.example'));
    expect(excluderWith().judge({ id: 'p', address: 'anna@bücher.example' })).toBeUndefined();
    expect(excluderWith().judge({ id: 'p', address: 'anna@bü cher.example' })).toBe('invalidAddress');
  });
});

const hash = (text: string): string => `h${text.length}-${Buffer.from(text).toString('base64url').slice(0, 20)}`;

describe('an import', () => {
  test('finds its columns under the names that people use, and keeps the others as attributes', () => {
    const columns = columnsOf(
      ['External ID', 'E-Mail', 'First Name', 'Opt out'],
      SeenRows.of(4, [['p1', 'a@post.example', 'Ada', 'yes']]),
    );
    const reader = new RowReader(columns, 4, hash);
    expect(reader.read(['p1', ' a@post.example ', 'Ada', 'yes'], 2)).toEqual({
      line: 2,
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
    expect(() => columnsOf(['name', 'city'], new SeenRows(2))).toThrow('Columns: name, city.');
  });
});
