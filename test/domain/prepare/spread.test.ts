import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  chunkKey,
  chunkListKey,
  Chunk,
  directoryKey,
  Manifest,
  manifestKey,
  CHUNK_SIZE,
} from '../../../domain/model/manifest.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { PickByNumber } from '../../../domain/prepare/pick-by-number.ts';
import { rankOf } from '../../../domain/prepare/spread.ts';
import { candidatesIn } from '../../../domain/values/directory.ts';
import { peopleWith, PrepareWorld } from './prepare-world.ts';

const waves = (split: unknown): Schedule => ({ mode: 'onceConfirmed', waves: { split, gapMinutes: 60 } }) as Schedule;
const share = waves({ by: 'share', percents: [10, 30, 60] });
const zoned = (passed: 'atOnce' | 'leaveOut', startSendingFrom = '2026-12-24T09:00'): Schedule => ({
  mode: 'onDate',
  startSendingFrom,
  zone: 'Europe/Berlin',
  recipientZone: { attribute: 'zone', default: 'Europe/Berlin', passed },
});

/** What is frozen of such people: their ids by wave, and what says so. */
const frozenOf = async (schedule: Schedule, attributes: Record<string, string>[], sendAt?: string) => {
  const world = new PrepareWorld({}, peopleWith(attributes)).scheduled(schedule, sendAt);
  const run = await world.prepare();
  if (run.state !== 'AwaitingConfirmation') throw new Error(JSON.stringify('checks' in run ? run.checks : run.state));
  const text = (key: string): string => String(world.objects.get(key));
  const { prefix } = run.preparation;
  const manifest = Manifest.parse(JSON.parse(text(manifestKey(prefix))));
  const chunks = manifest.chunks.map((_, chunk) => Chunk.parse(JSON.parse(text(chunkKey(prefix, chunk)))));
  const lists = manifest.waves.map((_, wave) => JSON.parse(text(chunkListKey(prefix, wave))) as number[]);
  const ids = (list: number[]): string[] =>
    list.flatMap((chunk) => chunks[chunk]!.recipients.map(({ profileId }) => profileId));
  return { run, manifest, chunks, lists, ids: lists.map(ids), world, prefix };
};

const people = (count: number): Record<string, string>[] => Array.from({ length: count }, () => ({ name: 'Ada' }));

describe('a run that is frozen in waves', () => {
  test('has everybody in exactly one of them, by share, the same ones whenever it is prepared', async () => {
    const { ids, manifest, run, lists } = await frozenOf(share, people(3000));
    expect(ids.flat().toSorted()).toEqual(
      peopleWith(people(3000))
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(lists.flat().toSorted((one, other) => one - other)).toEqual([...manifest.chunks.keys()]);
    expect(manifest.waves.map(({ recipients }) => recipients)).toEqual(ids.map(({ length }) => length));
    expect(run.preparation.waves).toEqual(manifest.waves);
    for (const [index, percent] of [10, 30, 60].entries())
      expect(Math.abs(ids[index]!.length / 3000 - percent / 100)).toBeLessThan(0.05);
    expect((await frozenOf(share, people(3000))).ids).toEqual(ids);
  });

  test('finds everybody at their message number', async () => {
    const { chunks, world, prefix } = await frozenOf(share, people(3000));
    const directory = world.objects.get(directoryKey(prefix, 'recipients')) as Uint8Array;
    for (const { chunk, recipients } of chunks)
      for (const [index, { profileId }] of recipients.entries())
        expect(candidatesIn(directory, profileId)).toContain(chunk * CHUNK_SIZE + index);
  }, 20_000);

  test('by number: exactly so many, and the rest', async () => {
    const { ids } = await frozenOf(waves({ by: 'number', numbers: [7, 600] }), people(1500));
    expect(ids.map(({ length }) => length)).toEqual([7, 600, 893]);
    const ranks = ids.map((some) => some.map((id) => rankOf('c', id)));
    expect(Math.max(...ranks[0]!)).toBeLessThan(Math.min(...ranks[1]!));
    expect(Math.max(...ranks[1]!)).toBeLessThan(Math.min(...ranks[2]!));
  });

  test('by a ramp: no day has more than it is to have, each but the last as many as whole chunks come to', async () => {
    const split = { by: 'ramp', first: 300, growthPercent: 100 };
    const schedule = { mode: 'onceConfirmed', waves: { split, gapMinutes: 1440 } } as Schedule;
    const { ids, run } = await frozenOf(schedule, people(1500));
    expect(ids.map(({ length }) => length)).toEqual([300, 600, 600]);
    expect(run.preparation.checks.map(({ code }) => code)).not.toContain('rampTooShort');
  });

  test('by an attribute: each value in its wave, whatever its case, everybody else last; a value that nobody has is no wave', async () => {
    const split = { by: 'field', attribute: 'tier', values: ['gold', 'platinum', 'silver'] };
    const tiers = ['silver', 'Gold', '', 'bronze', 'gold'].map((tier) => ({ tier }));
    expect((await frozenOf(waves(split), tiers)).ids).toEqual([['p1', 'p4'], ['p0'], ['p2', 'p3']]);
  });

  test('without waves nothing of them is frozen', async () => {
    const { manifest, run } = await frozenOf({ mode: 'onceConfirmed' }, people(3));
    expect(manifest.waves).toEqual([]);
    expect(manifest.chunks[0]).not.toHaveProperty('wave');
    expect(run.preparation.waves).toBeUndefined();
  });
});

describe('a run that is meant for a time where each person is', () => {
  const zones = ['America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin', 'Mars/Base', '', 'Asia/Kolkata'];
  const attributes = zones.map((zone) => ({ zone }));
  const at = '2026-12-24T08:00:00.000Z';

  test('waits for each instant, begins with the first one, and says who is where is not known', async () => {
    const { ids, manifest, run } = await frozenOf(zoned('atOnce'), attributes, at);
    expect(manifest.waves.map((wave) => wave.at)).toEqual([
      '2026-12-23T19:00:00.000Z',
      '2026-12-24T03:30:00.000Z',
      '2026-12-24T08:00:00.000Z',
      '2026-12-24T17:00:00.000Z',
    ]);
    expect(ids).toEqual([['p1'], ['p5'], ['p2', 'p3', 'p4'], ['p0']]);
    expect(run.sendAt).toBe('2026-12-23T19:00:00.000Z');
    expect(run.preparation.checks.find(({ code }) => code === 'recipientZones')).toMatchObject({
      verdict: 'information',
      facts: { unknown: 2, passed: 0, waves: 4, last: '2026-12-24T17:00:00.000Z' },
    });
  });

  /** Prepared at ten in London: in Kiritimati it is midnight of the next day. */
  test.each([
    ['atOnce', [['p1', 'p5'], ['p2', 'p3', 'p4'], ['p0']], 0],
    ['leaveOut', [['p2', 'p3', 'p4'], ['p0']], 2],
  ] as const)('whose time has passed: %s', async (passed, expected, excluded) => {
    const local = zoned(passed, '2026-11-24T12:00');
    const { ids, run, manifest } = await frozenOf(local, attributes, '2026-11-24T11:00:00.000Z');
    expect(ids).toEqual(expected);
    expect(manifest.counts.excluded.find(({ cause }) => cause === 'timePassed')?.count ?? 0).toBe(excluded);
    expect(run.preparation.counts.toDeliver).toBe(zones.length - excluded);
    expect(run.preparation.checks.find(({ code }) => code === 'recipientZones')).toMatchObject({
      verdict: 'warning',
      facts: { passed: 2 },
    });
  });
});

test('whatever comes in whatever order and however often it is handed over, the lowest are picked', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(numbers, fc.uniqueArray(fc.nat(1000), { maxLength: 60 }), fc.nat(60), (counts, ranks, cut) => {
      const first = new PickByNumber<number>(counts);
      const gone = ranks.slice(0, cut).flatMap((rank) => first.add({ rank, item: rank }));
      const pick = new PickByNumber<number>(counts, first.state());
      gone.push(...ranks.slice(cut).flatMap((rank) => pick.add({ rank, item: rank })));
      const closed = pick.close();
      const sorted = ranks.toSorted((one, other) => one - other);
      const expected = counts.map((count) => sorted.splice(0, count));
      expect(closed.slice(0, -1)).toEqual(expected);
      expect([...gone, ...closed.at(-1)!].toSorted((one, other) => one - other)).toEqual(sorted);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['waves.split.percents', { waves: { split: { by: 'share', percents: [10, 80] }, gapMinutes: 60 } }],
  ['waves.split.percents', { waves: { split: { by: 'share', percents: [100] }, gapMinutes: 60 } }],
  ['waves.gapMinutes', { waves: { split: { by: 'ramp', first: 200, growthPercent: 50 }, gapMinutes: 60 } }],
  ['waves.split.growthPercent', { waves: { split: { by: 'ramp', first: 200, growthPercent: 5 }, gapMinutes: 1440 } }],
  ['waves.split.numbers', { waves: { split: { by: 'number', numbers: [50_001] }, gapMinutes: 60 } }],
  ['waves.split.values', { waves: { split: { by: 'field', attribute: 'tier', values: ['a', 'A'] }, gapMinutes: 60 } }],
  ['waves.gapMinutes', { waves: { split: { by: 'share', percents: [50, 50] }, gapMinutes: 9 } }],
  ['recipientZone.default', { recipientZone: { attribute: 'zone', default: 'EST', passed: 'atOnce' } }],
  ['recipientZone', { waves: share.waves, recipientZone: { attribute: 'z', default: 'UTC', passed: 'atOnce' } }],
])('%s is refused by its field', (field, wrong) => {
  const { error } = ScheduleInput.safeParse({
    mode: 'onDate',
    startSendingFrom: '2027-01-01T09:00',
    zone: 'UTC',
    ...wrong,
  });
  expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field);
});
