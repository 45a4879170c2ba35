import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  answers,
  behaviours,
  comparisons,
  memberships,
  orders,
  presences,
  type AudienceFilter,
  type Condition,
  type SingleCondition,
} from '../../../domain/model/audience-filter.ts';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { Segment } from '../../../domain/model/segment.ts';
import { countSegment } from '../../../lambdas/audience/count-segment.ts';
import { draftOf } from '../../../lambdas/prepare/draft-run.ts';
import { lookBeyond } from '../../../lambdas/prepare/look-beyond.ts';
import { addressOf, BehaviourWorld, everyFate, idOf } from '../prepare/behaviour-world.ts';
import { orderly } from '../prepare/prepare-world.ts';
import { author, now } from '../samples.ts';
import { asked } from './change-world.ts';

const attribute = fc.constantFrom('city', 'points', 'constructor', '__proto__', 'email');
const value = fc.constantFrom('ulm', 'ULM', 'Straße', '12.5', '2026-03-29');
const list = fc.constantFrom('garden', 'press');
const of = fc.constantFrom({ run: 'r1' }, { campaign: 'c0', runs: 'last' as const }, { days: 5 });
const single: fc.Arbitrary<SingleCondition> = fc.oneof(
  fc.record({ is: fc.constantFrom(...comparisons), attribute, value }),
  fc.record({ is: fc.constant('oneOf' as const), attribute, values: fc.array(value, { minLength: 1, maxLength: 3 }) }),
  fc.record({ is: fc.constantFrom(...presences, ...answers), attribute }),
  fc.record({ is: fc.constantFrom(...orders), attribute, value: fc.constantFrom('12.5', '2026-03-29') }),
  fc.record({ is: fc.constantFrom(...memberships), list }),
  fc.record({ is: fc.constantFrom(...behaviours), of }),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constantFrom('anyOf' as const, 'allOf' as const),
      conditions: fc.array(single, { minLength: 1, maxLength: 3 }),
    }),
  },
);
const filters = fc.record({
  join: fc.constantFrom('all' as const, 'any' as const),
  conditions: fc.array(condition, { minLength: 1, maxLength: 4 }),
});

const refusal = { choice: 'refused' as const, at: now, source: 'page' as const };
const people = fc
  .array(
    fc.record(
      {
        attributes: fc.dictionary(
          fc.constantFrom('city', 'points', 'constructor'),
          fc.constantFrom('', 'Ulm', 'STRASSE', '12,5', '1,234', '28.03.2026', '05/06/2026', 'ja', 'perhaps'),
        ),
        lists: fc.subarray(['garden', 'press']),
        optedOut: fc.constant({ at: now, source: 'page' as const }),
        tracking: fc.constant(refusal),
        mergedFrom: fc.constantFrom<string[]>([idOf(3)], [idOf(8), idOf(17)]),
        erasedAt: fc.constant(now),
      },
      { requiredKeys: ['attributes', 'lists'] },
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((all) => all.map((one, who): Profile => ({ id: idOf(who), address: addressOf(who), importedAt: now, ...one })));

const sent = (): BehaviourWorld =>
  new BehaviourWorld()
    .send('r1', { messages: everyFate.map((fate, who) => ({ who, fate })), daysAgo: 9 })
    .send('r2', { messages: everyFate.map((fate, who) => ({ who: who + 7, fate })), daysAgo: 2 });

const refusing = { untrackedAddresses: async () => new Set([addressOf(4)]) };

const stamps = { version: 1, createdAt: now, createdBy: author, updatedAt: now, updatedBy: author };

const segmentOf = (filter: AudienceFilter, on: string): Segment =>
  Segment.parse({ id: 's', name: 'x', list: on, filter, hands: [], ...stamps });

/** In calls that have time for a page each. */
const counted = async (segment: Segment, all: readonly Profile[]) => {
  const count = countSegment({
    ...sent().ports,
    segments: { getMany: async () => [segment] },
    profiles: {
      ...refusing,
      members: async function* (on, after = '0') {
        for (let place = Number(after); place < all.length; place += 4) {
          const page = all.slice(place, place + 4);
          const items = page.filter(({ lists }) => on === undefined || lists.includes(on));
          yield { items, after: place + 4 < all.length ? String(place + 4) : null };
        }
      },
    },
    clock: () => Date.parse(now),
    audienceDays: 180,
  });
  const sum = { profiles: 0, unknown: 0, shown: [] as string[] };
  for (let cursor: string | null | undefined; cursor !== null;) {
    let looks = 0;
    const timeLeft = (): number => ((looks += 1) > 2 ? 0 : 20_000);
    const request = { ...asked, params: { id: 's' }, query: { cursor }, body: undefined };
    const page = await count(request, timeLeft);
    sum.profiles += page.profiles;
    sum.unknown += page.unknown;
    sum.shown.push(...page.sample.map(({ id }) => id));
    ({ cursor } = page);
  }
  return sum;
};

/** Whom a preparation of such a campaign targets. */
const targeted = async (filter: AudienceFilter, segment: Segment, all: readonly Profile[]): Promise<string[]> => {
  const world = sent();
  const content = {
    ...world.ports.content,
    put: async () => {},
    putBytes: async () => {},
    getBytes: async () => undefined,
  };
  const beyond = await lookBeyond(
    {
      ...world.ports,
      content,
      segments: { getMany: async () => [segment] },
      profiles: refusing,
      clock: () => Date.parse(now),
      audienceDays: 180,
    },
    filter,
    { prefix: 'p/', leg: 0, isTimeUp: () => false },
  );
  if (beyond === 'timeUp') throw new Error('nothing ends it');
  const campaign: Campaign = {
    id: 'c',
    name: 'Letter',
    list: '',
    filter,
    content: orderly,
    requestConfirmation: true,
    sender: { name: 'Shop', address: 'news@freigabe.example' },
    schedule: { mode: 'onceConfirmed' },
    ...stamps,
  };
  const ports = {
    html: { compile: async (): Promise<never> => Promise.reject(new Error('no MJML')) },
    lists: { get: async (name: string) => ({ name, profiles: 0, importedAt: now }) },
    profiles: {
      inList: async function* () {
        yield { items: [...all], unreadable: [], cursor: null };
      },
    },
  };
  const draft = await draftOf(ports, campaign, { imports: noImports }, beyond === 'nothing' ? undefined : beyond);
  if ('verdict' in draft) throw new Error(JSON.stringify(draft));
  const ids: string[] = [];
  for await (const { items } of draft.people(undefined)) ids.push(...items.map(({ id }) => id));
  return ids;
};

const by = (is: 'inSegment' | 'notInSegment'): AudienceFilter => ({ join: 'all', conditions: [{ is, segment: 's' }] });

test('property: the count of a segment, its sample and the audience of a preparation are the same people', async () => {
  await fc.assert(
    fc.asyncProperty(filters, people, fc.constantFrom('', 'garden'), async (filter, all, on) => {
      const segment = segmentOf(filter, on);
      const count = await counted(segment, all);
      const within = await targeted(by('inSegment'), segment, all);
      expect(count.profiles).toBe(within.length);
      expect(within).toEqual(expect.arrayContaining(count.shown));
      expect(count.shown.length).toBeGreaterThanOrEqual(Math.min(within.length, 5));
      // Whoever is in neither half is one of whom nobody can say.
      const outside = await targeted(by('notInSegment'), segment, all);
      const there = all.filter(({ erasedAt }) => erasedAt === undefined);
      expect(within.length + outside.length + count.unknown).toBe(there.length);
    }),
    { numRuns: 60 },
  );
});
