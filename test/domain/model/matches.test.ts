import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AudienceFilter, type Condition } from '../../../domain/model/audience-filter.ts';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { matcherOf, type Described } from '../../../domain/model/matches.ts';

const person: Described = {
  id: 'ada',
  address: 'Ada@Post.example',
  lists: ['garden'],
  attributes: { country: ' DE ', points: '12.5', born: '1990-05-31', seen: '2026-11-01T08:00:00Z', note: '' },
};

const meets = (condition: Condition): boolean => matcherOf({ join: 'all', conditions: [condition] })(person);

describe('a condition', () => {
  test.each([
    [{ is: 'equals', attribute: 'country', value: 'de' }, true],
    [{ is: 'notEquals', attribute: 'country', value: 'de' }, false],
    [{ is: 'notEquals', attribute: 'unheard', value: 'de' }, true],
    [{ is: 'contains', attribute: 'email', value: '@POST.' }, true],
    [{ is: 'beginsWith', attribute: 'email', value: 'da' }, false],
    [{ is: 'oneOf', attribute: 'country', values: ['AT', 'de'] }, true],
    [{ is: 'exists', attribute: 'note' }, false],
    [{ is: 'missing', attribute: 'note' }, true],
    [{ is: 'missing', attribute: 'unheard' }, true],
    ...(['constructor', '__proto__'] as const).flatMap((name): [Condition, boolean][] => [
      [{ is: 'exists', attribute: name }, false],
      [{ is: 'equals', attribute: name, value: 'de' }, false],
    ]),
    [{ is: 'greater', attribute: 'points', value: '9' }, true],
    [{ is: 'greater', attribute: 'points', value: '12.5' }, false],
    [{ is: 'less', attribute: 'born', value: '1990-06-01' }, true],
    [{ is: 'greater', attribute: 'seen', value: '2026-11-01' }, true],
    [{ is: 'greater', attribute: 'seen', value: '2026-11-01T09:30:00+02:00' }, true],
    [{ is: 'greater', attribute: 'points', value: '1990-01-01' }, false],
    [{ is: 'less', attribute: 'country', value: '5' }, false],
    [{ is: 'inList', list: 'garden' }, true],
    [{ is: 'notInList', list: 'garden' }, false],
    [{ is: 'inList', list: 'Garden' }, false],
  ] satisfies [Condition, boolean][])('%j is met: %s', (condition, expected) => {
    expect(meets(condition)).toBe(expected);
  });
});

const attribute = fc.constantFrom('country', 'points', 'email');
const value = fc.constantFrom('de', 'AT', '5', '12', '2026-01-01', 'a');
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ is: fc.constantFrom('equals', 'notEquals', 'contains', 'beginsWith'), attribute, value }),
  fc.record({ is: fc.constant('oneOf'), attribute, values: fc.array(value, { minLength: 1, maxLength: 4 }) }),
  fc.record({ is: fc.constantFrom('exists', 'missing'), attribute }),
  fc.record({ is: fc.constantFrom('greater', 'less'), attribute, value: fc.constantFrom('5', '2026-01-01') }),
  fc.record({ is: fc.constantFrom('inList', 'notInList'), list: fc.constantFrom('garden', 'press') }),
);
const someone: fc.Arbitrary<Described> = fc.record({
  id: fc.constant('a'),
  address: fc.constantFrom('', 'a@post.example'),
  lists: fc.subarray(['garden', 'press']),
  attributes: fc.record({ country: value, points: value }, { requiredKeys: [] }),
});

const opposite = {
  equals: 'notEquals',
  exists: 'missing',
  inList: 'notInList',
} as const;

describe('a filter', () => {
  test('joined by all means whom each condition means, by any whom some condition means', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 6 }), someone, (conditions, profile) => {
        const each = conditions.map((one) => matcherOf({ join: 'all', conditions: [one] })(profile));
        expect(matcherOf({ join: 'all', conditions })(profile)).toBe(!each.includes(false));
        expect(matcherOf({ join: 'any', conditions })(profile)).toBe(each.includes(true));
      }),
    );
  });

  test('and its opposite part any audience in two', () => {
    fc.assert(
      fc.property(condition, someone, (one, profile) => {
        fc.pre(one.is === 'equals' || one.is === 'exists' || one.is === 'inList');
        const other = AudienceFilter.parse({ conditions: [{ ...one, is: opposite[one.is] }] });
        expect(matcherOf(other)(profile)).toBe(!matcherOf({ join: 'all', conditions: [one] })(profile));
      }),
    );
  });

  test('that is none means everybody', () => {
    expect(matcherOf(undefined)(person)).toBe(true);
  });
});

describe('rubbish is refused with the reason', () => {
  const said = (filter: unknown): string[] =>
    AudienceFilter.safeParse(filter).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

  test.each([
    [{ conditions: [] }, 'conditions: a filter has at least one condition'],
    [{ join: 'none', conditions: [{ is: 'inList', list: 'a' }] }, 'join: joins its conditions by "all" or by "any"'],
    [{ conditions: [{ is: 'like', attribute: 'a' }] }, 'conditions.0.is: says by "is" what it asks'],
    [{ conditions: [{ is: 'exists', attribute: 'First Name' }] }, 'conditions.0.attribute: an attribute is a column'],
    [{ conditions: [{ is: 'equals', attribute: 'a', value: ' ' }] }, 'conditions.0.value: takes a value'],
    [{ conditions: [{ is: 'less', attribute: 'a', value: 'soon' }] }, 'conditions.0.value: takes a number such as'],
    [
      { conditions: [{ is: 'less', attribute: 'a', value: '2026-02-30' }] },
      'conditions.0.value: takes a number such as',
    ],
    [{ conditions: [{ is: 'oneOf', attribute: 'a', values: [] }] }, 'conditions.0.values: takes at least one value'],
    [{ conditions: [{ is: 'inList', list: 'a b' }] }, 'conditions.0.list: a list name has'],
  ])('%j', (filter, reason) => {
    expect(said(filter)).toEqual([expect.stringContaining(reason)]);
  });

  test('a campaign says by a list or by a filter whom it means, whatever else is wrong with it', () => {
    const issues = (audience: object) =>
      CampaignInput.safeParse({ name: '', ...audience }).error?.issues.filter(({ path }) => path[0] === 'list');
    expect(issues({})).toMatchObject([{ message: expect.stringContaining('takes a list, or a filter') }]);
    expect(issues({ list: 'a b' })).toMatchObject([{ message: expect.stringContaining('a list name has') }]);
    expect(issues({ filter: { conditions: [{ is: 'inList', list: 'a' }] } })).toEqual([]);
  });
});
