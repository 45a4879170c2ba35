import { expect, test } from '@jest/globals';
import type { AudienceFilter } from '../../../domain/model/audience-filter.ts';
import { chunkKey, Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import type { Person } from '../../../domain/people/people.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import type { Segment } from '../../../domain/model/segment.ts';
import { prepareRun, type PreparePorts } from '../../../lambdas/prepare/prepare-run.ts';
import { author, now, person } from '../samples.ts';
import { addressOf, BehaviourWorld, everyFate, idOf } from './behaviour-world.ts';
import { PrepareWorld } from './prepare-world.ts';

const people: Profile[] = [...everyFate, 'never asked'].map((_, who) => ({
  id: idOf(who),
  address: addressOf(who),
  lists: ['friends'],
  attributes: who % 2 === 0 ? { city: 'Ulm' } : {},
  importedAt: now,
}));

const sent = (): BehaviourWorld =>
  new BehaviourWorld().send('r1', { messages: everyFate.map((fate, who) => ({ who, fate })) });

const somebody: Person = { sub: 'sub-2', email: 'sara@freigabe.example', name: 'Sara', language: 'en' };

const segmentOf = (filter: AudienceFilter, version = 1, by = somebody): Segment => ({
  id: 's',
  version,
  name: 'Idle',
  list: '',
  filter,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: by,
  hands: [{ by, at: now }],
});

const idle: AudienceFilter = { join: 'all', conditions: [{ is: 'notOpened', of: { run: 'r1' } }] };

/** Prepares a run of a campaign with this filter, in steps that have time for so many looks at the clock. */
const prepare = async (filter: AudienceFilter, world: BehaviourWorld, segment?: Segment, steps?: number) => {
  const prepared = new PrepareWorld({}, people).filtered(filter);
  const { ports } = prepared;
  const { runs, content, messages, ledger } = world.ports;
  const bytes = async (key: string): Promise<Uint8Array | undefined> => {
    const object = prepared.objects.get(key);
    return typeof object === 'string' ? undefined : object?.slice();
  };
  const all: PreparePorts = {
    ...ports,
    runs: { ...ports.runs, ...runs, get: async (id) => (id === 'r' ? prepared.run : runs.get(id)) },
    profiles: {
      ...ports.profiles,
      inList: async function* (_list, after = '0') {
        for (let place = Number(after); place < people.length; place += 1)
          yield { items: people.slice(place, place + 1), cursor: place + 1 < people.length ? String(place + 1) : null };
      },
    },
    content: {
      ...ports.content,
      getBytes: bytes,
      get: async (key) => (await ports.content.get(key)) ?? content.get(key),
    },
    messages,
    ledger,
    segments: { getMany: async (ids) => (segment && ids.includes(segment.id) ? [segment] : []) },
    lists: {
      get: async (name) => (name === 'friends' ? { name, profiles: people.length, importedAt: now } : undefined),
    },
  };
  for (let step = 0; step < 60; step += 1) {
    let left = steps ?? Number.POSITIVE_INFINITY;
    const { outcome } = await prepareRun(all)({ runId: 'r' }, () => ((left -= 1) >= 0 ? 900_000 : 0));
    if (outcome === 'done') break;
  }
  const { run, objects } = prepared;
  const text = (key: string): string => objects.get(key)?.toString() ?? 'null';
  const checks = 'checks' in run ? run.checks : 'preparation' in run ? (run.preparation?.checks ?? []) : [];
  const frozen = (): Manifest => Manifest.parse(JSON.parse(text(manifestKey('runs/r/attempt/'))));
  const mailed = (): string[] =>
    (JSON.parse(text(chunkKey('runs/r/attempt/', 0))) as { recipients: { profileId: string }[] }).recipients.map(
      ({ profileId }) => profileId,
    );
  return { run, checks, frozen, mailed };
};

const fateOf = (id: string): string => everyFate[Number(id.slice(1))] ?? 'never asked';

test('again to those who did not open: nobody of whom it is not known, and how many those are is told', async () => {
  const { run, checks, frozen, mailed } = await prepare(idle, sent());
  expect(run.state).toBe('AwaitingConfirmation');
  expect(mailed().map(fateOf)).toEqual([
    'delivered',
    'deliveredAfterAll',
    'fetchedByApple',
    'fetchedByBot',
    'clickedByScanner',
  ]);
  const unknown = 7;
  expect(checks).toContainEqual({
    code: 'behaviourKnown',
    verdict: 'information',
    facts: { people: unknown, at: now },
  });
  expect(frozen().filter).toEqual(idle);
  expect(frozen().looked).toMatchObject({ asOf: now, unknown, runs: [{ runId: 'r1', campaignName: 'Letter of c0' }] });
});

test.each([1, 2, 5, 7])('a preparation whose step has time for %s looks freezes the same', async (steps) => {
  const whole = await prepare(idle, sent());
  const inSteps = await prepare(idle, sent(), undefined, steps);
  expect(inSteps.mailed()).toEqual(whole.mailed());
  expect(inSteps.frozen()).toEqual(whole.frozen());
});

test('a run of which nobody knows any more who got it blocks, because anybody could be one who did', async () => {
  for (const world of [new BehaviourWorld(), sent().forget('r1')]) {
    const { run, checks } = await prepare({ join: 'all', conditions: [{ is: 'notGot', of: { run: 'r1' } }] }, world);
    expect(run.state).toBe('PreparationFailed');
    expect(checks).toEqual([{ code: 'messagesKnown', verdict: 'blocking', facts: { places: ['r1'] } }]);
  }
});

const inIdle: AudienceFilter = { join: 'all', conditions: [{ is: 'inSegment', segment: 's' }] };

test('a segment means what its rule means when the run is prepared, and is frozen as it was', async () => {
  const { run, frozen, mailed } = await prepare(inIdle, sent(), segmentOf(idle));
  expect(mailed()).toEqual((await prepare(idle, sent())).mailed());
  expect(frozen().segments).toEqual([{ id: 's', version: 1, name: 'Idle', list: '', filter: idle }]);
  expect(frozen().looked).toMatchObject({ runs: [{ runId: 'r1' }] });
  expect(run).toMatchObject({ preparation: { segments: [{ id: 's', version: 1 }] }, authors: [author, somebody] });
  const other = await prepare(
    inIdle,
    sent(),
    segmentOf({ join: 'all', conditions: [{ is: 'exists', attribute: 'city' }] }, 2),
  );
  expect('preparation' in other.run && other.run.preparation?.manifestHash).not.toBe(
    'preparation' in run && run.preparation?.manifestHash,
  );
});

test('who changed a segment had a hand in what is sent by it: four eyes do not count theirs', async () => {
  const { checks } = await prepare(inIdle, sent(), segmentOf(idle, 1, person));
  expect(checks).toContainEqual({
    code: 'approvers',
    verdict: 'blocking',
    facts: { needed: 1, available: 0, asked: 1 },
  });
});

test('who is not in a segment is nobody of whom it is unknown', async () => {
  const { mailed } = await prepare(
    { join: 'all', conditions: [{ is: 'notInSegment', segment: 's' }] },
    sent(),
    segmentOf(idle),
  );
  const unknown = ['onItsWay', 'delayed', 'openedByNobodyKnows', 'optedOut', 'untracked', 'handedOver', 'unknown'];
  const meant = new Set((await prepare(idle, sent())).mailed());
  const rest = people.map(({ id }) => id).filter((id) => !meant.has(id) && !unknown.includes(fateOf(id)));
  expect(mailed()).toEqual(rest);
});

test.each<[string, AudienceFilter, Partial<Segment>]>([
  ['the filter', { join: 'all', conditions: [{ is: 'notInList', list: 'customers' }] }, {}],
  [
    'a group of it',
    { join: 'all', conditions: [{ is: 'anyOf', conditions: [{ is: 'inList', list: 'customers' }] }] },
    {},
  ],
  ['a segment', { join: 'all', conditions: [{ is: 'notInSegment', segment: 's' }] }, { list: 'customers' }],
])(
  'a list that is gone and that %s asks for blocks, because whoever was on it would be meant',
  async (_, filter, of) => {
    const known: AudienceFilter = { join: 'all', conditions: [{ is: 'inList', list: 'friends' }] };
    const { run, checks } = await prepare(filter, sent(), { ...segmentOf(known), ...of });
    expect(run.state).toBe('PreparationFailed');
    expect(checks).toEqual([{ code: 'listsKnown', verdict: 'blocking', facts: { places: ['customers'] } }]);
    expect((await prepare(known, sent())).run.state).toBe('AwaitingConfirmation');
  },
);

test('a segment that is gone blocks', async () => {
  const { run, checks } = await prepare(inIdle, sent());
  expect(run.state).toBe('PreparationFailed');
  expect(checks).toEqual([{ code: 'segmentsKnown', verdict: 'blocking', facts: { places: ['s'] } }]);
});
