import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import type { AudienceFilter } from '../../../domain/model/audience-filter.ts';
import { ProofRules } from '../../../domain/model/proof-rules.ts';
import { Excluder } from '../../../domain/prepare/exclude.ts';
import type { FrozenSegment } from '../../../domain/model/segment.ts';
import { testListsLeftOut } from '../../../domain/prepare/test-lists.ts';
import { ProofWorld } from './proof-world.ts';

const nobody = new Set<string>();

const segment = (id: string, said: Partial<FrozenSegment>): FrozenSegment => ({
  id,
  version: 1,
  name: id,
  list: '',
  ...said,
});

const seeds: AudienceFilter = { join: 'all', conditions: [{ is: 'inList', list: 'seeds' }] };
const segments = [segment('s', { list: 'testers' }), segment('f', { filter: seeds })];

const excluderFor = (list: string, filter: AudienceFilter | null, testLists: string[]): Excluder =>
  new Excluder({
    campaignId: 'c',
    rules: AudienceRules.parse({}),
    optedOut: nobody,
    suppressionList: nobody,
    quarantined: nobody,
    suppressed: nobody,
    contacts: () => 0,
    testLists: testListsLeftOut(testLists, { list, filter, segments }),
  });

const lists = fc.subarray(['garden', 'press', 'testers', 'seeds']);
const listOf = fc.constantFrom('', 'garden', 'press', 'testers', 'seeds');
const conditions = fc.subarray<AudienceFilter['conditions'][number]>([
  { is: 'inList', list: 'testers' },
  { is: 'notInList', list: 'seeds' },
  { is: 'inList', list: 'garden' },
  { is: 'exists', attribute: 'city' },
  {
    is: 'anyOf',
    conditions: [
      { is: 'inList', list: 'press' },
      { is: 'exists', attribute: 'city' },
    ],
  },
  { is: 'inSegment', segment: 's' },
  { is: 'notInSegment', segment: 'f' },
]);

/** What each of these asks for by name. */
const namedBy = (one: AudienceFilter['conditions'][number]): string[] => {
  if (one.is === 'inList') return [one.list];
  if (one.is === 'inSegment') return ['testers'];
  return one.is === 'anyOf' ? ['press'] : [];
};

describe('a test profile', () => {
  test('gets a message only of a campaign that names its list, and each profile is counted once', () => {
    fc.assert(
      fc.property(lists, listOf, conditions, fc.array(lists, { maxLength: 20 }), (marked, list, asked, people) => {
        const filter: AudienceFilter | null = asked.length === 0 ? null : { join: 'all', conditions: asked };
        const excluder = excluderFor(list, filter, marked);
        const named = new Set([list, ...asked.flatMap(namedBy)]);
        for (const [index, of] of people.entries()) {
          const cause = excluder.judge({ id: `p${index}`, address: `p${index}@post.example`, lists: of });
          const isLeftOut = of.some((one) => marked.includes(one) && !named.has(one));
          expect(cause).toBe(isLeftOut ? 'testProfile' : undefined);
        }
        const { targeted, excluded, toDeliver } = excluder.counts();
        expect(excluded.reduce((sum, { count }) => sum + count, toDeliver)).toBe(targeted);
        expect(targeted).toBe(people.length);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps no customer of the same address from the message; of a message sent again nobody is left out', () => {
    const excluder = excluderFor('', null, ['testers']);
    const person = { address: 'anna@post.example' };
    expect(excluder.judge({ ...person, id: 't', lists: ['testers'] })).toBe('testProfile');
    expect(excluder.judge({ ...person, id: 'p', lists: ['garden'] })).toBeUndefined();
    expect(excluder.judge({ id: 'q', address: 'ben@post.example' })).toBeUndefined();
  });
});

test('proofs go to test profiles that were taken in, and Cognito is not asked about them', async () => {
  const proofs = new ProofWorld(ProofRules.parse({}));
  proofs.testers.add('tess@post.example');
  await expect(proofs.send(['Tess@post.example', 'anton@freigabe.example'])).resolves.toMatchObject({ sent: 2 });
  expect(proofs.questions).toEqual(['anton@freigabe.example']);
  await expect(proofs.send(['ted@post.example'])).rejects.toMatchObject({
    cause: 'proofsToStrangers',
    facts: { positions: [1] },
  });
});
