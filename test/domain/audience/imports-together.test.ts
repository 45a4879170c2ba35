import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressKey } from '../../../domain/model/address.ts';
import { noImports, type ImportSnapshot } from '../../../domain/model/import-snapshot.ts';
import { optOutAddress } from '../../../domain/model/opt-out.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { rowsKey, type ImportRecord } from '../../../domain/model/profile-import.ts';
import { endImports } from '../../../lambdas/audience/end-imports.ts';
import { settleImport } from '../../../lambdas/audience/settle-import.ts';
import { writeChunk } from '../../../lambdas/audience/write-chunk.ts';
import { open, type Gate } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

const people = ['p0', 'p1', 'p2', 'p3'] as const;
type Id = (typeof people)[number];
const columns = ['city', 'team'] as const;

/** Each of at most three imports; `column`: which of the two its file has. */
const id = fc.constantFrom(...people);
const which = fc.nat(2);
const row = fc.record({ id, moved: fc.boolean(), out: fc.boolean(), quarantined: fc.boolean() });
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: (one) => one.id });
const begun = { rows, list: fc.constantFrom('garden', 'press'), column: fc.constantFrom(...columns) };
const step = fc.oneof(
  fc.record({ do: fc.constant('begin' as const), ...begun }),
  // Without anything between; `settles`: it does not die before.
  fc.record({ do: fc.constant('bring' as const), ...begun, settles: fc.boolean() }),
  fc.record({ do: fc.constantFrom('write', 'commit', 'settle', 'giveUp'), which, dies: fc.option(fc.nat(12)) }),
  fc.record({ do: fc.constantFrom('optOut', 'optIn', 'erase', 'look'), id }),
  fc.record({ do: fc.constant('leave' as const), id }),
  fc.record({ do: fc.constant('days' as const) }),
  fc.record({ do: fc.constant('repair' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type Told = {
  list: string;
  column: string;
  value: string;
  at: string;
  rows: readonly { id: Id; moved: boolean; out: boolean; quarantined: boolean }[];
};

/** What must hold of a person: each import by itself, in the order of their numbers, and what the person did since. */
type Known = { address: string; lists: string[]; attributes: Record<string, string> };

const dyingAt = (call: number | null): Gate => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (call !== null && calls > call) throw new Error('the Lambda died');
  };
};

class Story {
  readonly world = new ImportWorld();
  readonly told = new Map<number, Told>();
  readonly records: ImportRecord[] = [];
  /** Who said no and has not come back; when; and who was erased. */
  readonly out = new Map<Id, string>();
  readonly back = new Map<Id, string>();
  readonly erased = new Map<Id, Set<number>>();
  /** Who left a topic; and the addresses that people had when an import began. */
  readonly left = new Set<Id>();
  readonly before = new Map<number, Map<string, Profile>>();
  readonly looks: { snapshot: ImportSnapshot; seen: Map<string, Profile>; at: number }[] = [];
  readonly complete = new Set<number>();

  get now(): string {
    return new Date(this.world.at).toISOString();
  }

  async begin({ rows: all, list, column }: Pick<Told, 'list' | 'column' | 'rows'>): Promise<void> {
    if (this.records.length === 3) return;
    const { imports, content } = this.world.portsBehind(open);
    const fileId = `i${this.records.length}`;
    const value = `of ${fileId}`;
    const file = all.map(({ id: of, moved, out, quarantined }, index) => ({
      line: index + 2,
      id: of,
      address: moved ? `${of}-${fileId}@post.example` : `${of}@post.example`,
      attributes: { [column]: value },
      optedOut: out,
      ...(quarantined && { quarantined: 'userUnknown' }),
    }));
    await content.put(rowsKey(fileId, 0), JSON.stringify(file));
    const record = await imports.begin({ id: fileId, list, rows: all.length, chunks: 1, importedAt: this.now });
    this.records.push(record);
    this.before.set(record.number, this.world.profiles);
    this.told.set(record.number, { list, column, value, at: this.now, rows: all });
  }

  async bring({ settles, ...one }: Step & { do: 'bring' }): Promise<void> {
    const place = this.records.length;
    await this.begin(one);
    for (const what of ['write', 'commit', ...(settles ? ['settle'] : [])]) await this.work(what, place, null);
  }

  /** By a worker that may die at any of its calls; another one may come, or come late. */
  async work(what: string, number: number, dies: number | null): Promise<void> {
    const record = this.records[number];
    if (!record) return;
    const ports = this.world.portsBehind(dyingAt(dies));
    try {
      if (what === 'write') {
        await writeChunk(ports, record, 0);
        this.complete.add(record.number);
      }
      // The machine commits what was written whole.
      if (what === 'commit' && this.complete.has(record.number))
        await ports.imports.commit(record, record.rows, this.now);
      if (what === 'giveUp') await ports.imports.giveUp(record, this.now);
      if (what === 'settle' && this.world.records.get(record.number)?.state === 'committed')
        await settleImport(ports, record);
    } catch (error) {
      expect(String(error)).toMatch(/the Lambda died|ended long ago/);
    }
  }

  /** By the link of a mail that is older than each import which is being written. */
  async leaveTopic(of: Id, now: Profile): Promise<void> {
    const { profiles } = this.world.portsBehind(open);
    const { pending } = this.world;
    const then = pending ? this.before.get(pending.number)?.get(of) : now;
    if (!then || now.erasedAt !== undefined) return;
    const said = { at: this.now, source: 'page' as const, by: 'r.1', topic: 'news' };
    for (const { address } of [then, now]) await optOutAddress(profiles, addressKey(address), said, this.now);
    this.left.add(of);
  }

  async person(what: string, of: Id): Promise<void> {
    const { profiles } = this.world.portsBehind(open);
    const profile = this.world.profiles.get(of);
    if (!profile) return;
    if (what === 'optOut') {
      await profiles.optOut(of, this.now, 'page');
      if (profile.erasedAt === undefined) this.out.set(of, this.now);
    }
    if (what === 'leave') await this.leaveTopic(of, profile);
    if (what === 'optIn' && (await profiles.optIn(of, this.now))) {
      this.out.delete(of);
      this.back.set(of, this.now);
    }
    if (what !== 'erase' || profile.erasedAt !== undefined) return;
    const left = { id: of, address: '', lists: [], attributes: {}, importedAt: this.now, erasedAt: this.now };
    await profiles.erase({ ...left, optedOut: { at: this.now, source: 'erasure' } }, profile.address);
    this.erased.set(of, new Set());
  }

  async take(one: Step): Promise<void> {
    this.world.at += 60_000;
    if (one.do === 'begin') await this.begin(one);
    else if (one.do === 'bring') await this.bring(one);
    else if (one.do === 'days') this.world.at += 2 * 24 * 3_600_000;
    else if (one.do === 'repair') await endImports(this.world.portsBehind(open));
    else if (one.do === 'look')
      this.looks.push({ snapshot: this.world.snapshot, seen: this.world.profiles, at: this.world.at });
    else if ('which' in one) await this.work(one.do, one.which, one.dies);
    else if ('id' in one) await this.person(one.do, one.id);
  }

  /** What these imports make of somebody who is not erased; undefined: they bring nobody. */
  expected(of: Id, { seq, uncommitted }: ImportSnapshot): Known | undefined {
    let known: Known | undefined;
    for (const [number, { list, column, value, rows: all }] of this.told) {
      const said = all.find((one) => one.id === of);
      if (!said || number > seq || uncommitted.includes(number)) continue;
      const address = said.moved ? `${of}-${value.slice(3)}@post.example` : `${of}@post.example`;
      const { lists = [], attributes = {} } = known ?? {};
      known = { address, lists: [...new Set([...lists, list])], attributes: { ...attributes, [column]: value } };
    }
    return known;
  }

  /** A preparation about the topic leaves out who left it, and nobody else. */
  checkTopics(): void {
    const keys = this.world.addressesOut('news');
    for (const { id: of, address, movedFrom = [], erasedAt } of this.world.listed) {
      const isOut = [address, ...movedFrom].some((one) => keys.has(addressKey(one)));
      if (erasedAt === undefined) expect([of, isOut]).toEqual([of, this.left.has(of as Id)]);
    }
  }

  check(snapshot: ImportSnapshot): void {
    const seen = this.world.profilesBy(snapshot);
    for (const of of people) {
      const profile = seen.get(of);
      if (this.erased.has(of)) expect(profile).toMatchObject({ address: '', lists: [], attributes: {} });
      else {
        const known = this.expected(of, snapshot);
        expect(profile && { address: profile.address, lists: profile.lists, attributes: profile.attributes }).toEqual(
          known,
        );
      }
      if (profile && this.out.has(of)) expect(profile.optedOut).toBeDefined();
    }
  }
}

test('imports that begin, are written, die, count, are given up, and whatever people do meanwhile: each is seen whole or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), async (steps) => {
      const story = new Story();
      for (const one of steps) {
        await story.take(one);
        story.check(story.world.snapshot);
        story.checkTopics();
        // Whoever looked before sees to the end what was there then, as far as nobody said no since.
        for (const { snapshot, at } of story.looks) if (story.world.at - at < 12 * 3_600_000) story.check(snapshot);
      }
      expect(story.world.failures).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const DAY_MS = 24 * 3_600_000;

test('what an import wrote is folded by one that begins more than a day after it ended, and not before', async () => {
  const world = new ImportWorld();
  const bring = async (city: string) => world.import(['id,email,city', `p,p@post.example,${city}`]);
  const overlays = () => world.stored.get('p')?.overlays.map(([number]) => number);
  await bring('Aachen');
  const before = world.snapshot;
  await bring('Berlin');
  world.at += DAY_MS / 2;
  await bring('Celle');
  expect(overlays()).toEqual([1, 2, 3]);
  // Whoever looks by the snapshot of half a day ago.
  expect(world.profilesBy(before).get('p')?.attributes).toEqual({ city: 'Aachen' });
  expect(world.profilesBy(noImports).size).toBe(0);
  world.at += DAY_MS / 2 + 1;
  await bring('Dresden');
  expect(overlays()).toEqual([3, 4]);
  expect(world.stored.get('p')?.base).toMatchObject({ attributes: { city: 'Berlin' }, lists: ['garden'] });
  expect(world.profiles.get('p')).toMatchObject({ attributes: { city: 'Dresden' }, lists: ['garden'] });
});

test('an import that was given up is folded away', async () => {
  const world = new ImportWorld();
  const bring = async (city: string, gate = open) => world.import(['id,email,city', `p,p@post.example,${city}`], gate);
  await bring('Aachen');
  await bring('Berlin', dyingAt(5)).catch(() => undefined);
  world.at += DAY_MS;
  await endImports(world.portsBehind(open));
  world.at += DAY_MS;
  await bring('Aachen');
  expect(world.stored.get('p')?.overlays).toHaveLength(2);
  await bring('Celle');
  expect(world.stored.get('p')?.overlays.map(([number]) => number)).toEqual([4]);
  expect(world.stored.get('p')?.base).toMatchObject({ attributes: { city: 'Aachen' } });
});
