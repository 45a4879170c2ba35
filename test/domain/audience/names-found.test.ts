import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameSearch } from '../../../domain/audience/name-search.ts';
import { holdsNameBy } from '../../../domain/audience/name-words.ts';
import { rowsKey, type ImportRecord } from '../../../domain/model/profile-import.ts';
import { cleanChunk } from '../../../lambdas/audience/give-up-import.ts';
import { writeChunk } from '../../../lambdas/audience/write-chunk.ts';
import { searchList, searchNames } from '../../../lambdas/audience/search-list.ts';
import { asked } from './change-world.ts';
import { open, type Gate } from './import-gate.ts';
import { MergeWorld } from './merge-world.ts';

const ids = ['p0', 'p1'] as const;
const lists = ['garden', 'press'] as const;
/** Some begin as others do, and some are the same but for case and accents. */
const names = ['Anna', 'ÁNNA Meier', 'Bo', 'Wu', ''] as const;

const person = fc.record({ id: fc.constantFrom(...ids), name: fc.constantFrom(...names) });
const rows = fc.uniqueArray(person, { minLength: 1, maxLength: 2, selector: ({ id }) => id });
const list = fc.constantFrom(...lists);
const dies = fc.option(fc.nat(8), { freq: 2 });
const file = { rows, list, column: fc.constantFrom('name', 'name', 'feld_7') };
const whom = fc.constantFrom(...ids);
const put = fc.record({
  do: fc.constant('put' as const),
  person,
  joins: fc.constantFrom([], ['garden'], ['press']),
  dies,
});
const erase = fc.record({ do: fc.constant('erase' as const), id: whom });
const which = fc.nat(2);
/** Done by somebody else before one of the calls of a worker. */
const meanwhile = fc.option(fc.record({ call: fc.integer({ min: 1, max: 6 }), act: fc.oneof(put, erase) }));
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('begin' as const), ...file }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('bring' as const), ...file }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), which, dies, meanwhile }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('end' as const, 'giveUp' as const), which, dies }) },
  { weight: 4, arbitrary: put },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), id: whom, list }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), id: whom, other: whom, dies }) },
  { weight: 1, arbitrary: erase },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deleteList' as const), list }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('days' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const gateOf = (call: number | null): Gate => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (call !== null && calls > call) throw new Error('the Lambda died');
  };
};

/** Whoever got no answer asks again, one step later: until then its people may be missing, and nobody too many is found. */
class Story {
  readonly world = new MergeWorld([]);
  readonly records: { record: ImportRecord; rows: readonly { id: string }[]; written: boolean }[] = [];
  readonly erased = new Set<string>();
  private toAskAgain: Step[] = [];
  /** Stored before there was an index, and not written since. */
  private readonly old = new Set<string>();

  constructor() {
    const mapping = [{ header: 'Feld 7', as: 'attribute' as const, meaning: 'lastName' as const, name: 'feld_7' }];
    this.imports.mappings.set('press', mapping);
    const attributes = { name: 'Bo' };
    const importedAt = new Date(this.imports.at).toISOString();
    this.imports.keep({ id: 'p0', address: 'p0@post.example', lists: ['garden'], attributes, importedAt });
    this.old.add('p0');
  }

  private get imports() {
    return this.world.imports;
  }

  private ports(call: number | null) {
    return this.imports.portsBehind(gateOf(call), open);
  }

  private async begin({ rows: all, list: into, column }: Step & { do: 'begin' | 'bring' }): Promise<void> {
    if (this.records.length === 4) return;
    const { imports, content } = this.ports(null);
    const fileId = `i${this.records.length}`;
    const said = all.map(({ id: of, name }, index) => ({
      line: index + 2,
      id: of,
      address: `${of}@post.example`,
      attributes: { [column]: name },
      optedOut: false,
    }));
    await content.put(rowsKey(fileId, 0), JSON.stringify(said));
    const importedAt = new Date(this.imports.at).toISOString();
    const record = await imports.begin({ id: fileId, list: into, rows: all.length, chunks: 1, importedAt });
    this.records.push({ record, rows: all, written: false });
  }

  private async work(what: string, place: number, gate: Gate): Promise<void> {
    const one = this.records[place];
    if (!one) return;
    const ports = this.imports.portsBehind(gate, open);
    const isOpen = this.imports.records.get(one.record.number)?.state === 'open';
    if (what === 'write' && isOpen) {
      await writeChunk(ports, one.record, 0);
      one.written = true;
    }
    if (what === 'giveUp' && isOpen) {
      await ports.imports.giveUp(one.record, new Date(this.imports.at).toISOString());
      // The machine does each step until it is done.
      await cleanChunk(ports, one.record, 0).catch(async () => cleanChunk(this.ports(null), one.record, 0));
    }
    if (what === 'end' && one.written) {
      const at = new Date(this.imports.at).toISOString();
      if (!(await ports.imports.commit(one.record, one.record.rows, at))) return;
      for (const row of one.rows) this.old.delete(row.id);
      await ports.imports.settled(one.record);
    }
  }

  private meeting(gate: Gate, { call, act }: { call: number; act: Step }): Gate {
    let calls = 0;
    return async () => {
      await gate();
      calls += 1;
      if (calls === call) await this.act(act, null);
    };
  }

  private deleteList(name: string): void {
    if (this.imports.pending?.list === name) return;
    const { snapshot } = this.imports;
    const number = snapshot.seq + 1;
    const ended = [...snapshot.ended.filter((one) => one.list !== name), { list: name, number }];
    this.imports.snapshot = { ...snapshot, seq: number, ended };
  }

  private async erase(named: string): Promise<void> {
    const profile = this.imports.profiles.get(named);
    if (!profile || profile.erasedAt !== undefined) return;
    const at = new Date(this.imports.at).toISOString();
    const { profiles } = this.ports(null);
    for (const of of [...(profile.mergedFrom ?? []), named]) {
      const known = await profiles.getUnmerged(of);
      const left = { id: of, address: '', lists: [], attributes: {}, importedAt: at, erasedAt: at };
      await profiles.erase(left, known?.address ?? '');
      this.erased.add(of);
    }
  }

  private async act(one: Step, call: number | null): Promise<void> {
    if (one.do === 'begin') await this.begin(one);
    else if (one.do === 'bring') {
      const place = this.records.length;
      await this.begin(one);
      if (this.records.length > place) for (const what of ['write', 'end']) await this.work(what, place, open);
    } else if ('which' in one) {
      const gate = gateOf(call);
      const other = one.do === 'write' ? one.meanwhile : null;
      await this.work(one.do, one.which, other ? this.meeting(gate, other) : gate);
    } else if (one.do === 'put') {
      const { id: of, name } = one.person;
      const row = { id: of, address: `${of}@post.example`, attributes: { name }, lists: one.joins };
      await this.world.post([row], { gate: gateOf(call) });
      this.old.delete(of);
    } else if (one.do === 'leave') {
      if (this.imports.profiles.has(one.id)) await this.world.post([{ id: one.id, leaves: [one.list] }]);
    } else if (one.do === 'merge') {
      // Whoever may not be merged is refused before anything is written.
      await this.world.mergeInto(one.id, one.other, ['name'], gateOf(call)).catch((error) => {
        if (String(error).includes('died')) throw error;
      });
    } else if (one.do === 'erase') await this.erase(one.id);
    else if (one.do === 'deleteList') this.deleteList(one.list);
    else this.imports.at += 2 * 24 * 3_600_000;
  }

  async take(one: Step): Promise<void> {
    this.imports.at += 60_000;
    const again = this.toAskAgain;
    this.toAskAgain = [];
    try {
      await this.act(one, 'dies' in one ? one.dies : null);
    } catch (error) {
      expect(String(error)).toContain('died');
      // Of an import that was not written whole another worker writes it, or it never counts.
      if (one.do === 'put' || one.do === 'merge') this.toAskAgain.push(one);
    }
    for (const other of again) await this.act(other, null);
  }

  /** Of whom the index may not know all yet. */
  private get unsure(): Set<string> {
    const again = this.toAskAgain.flatMap((one) => ('person' in one ? [one.person.id] : 'id' in one ? [one.id] : []));
    return new Set([...again, ...this.old]);
  }

  /** Who has the name and is on the list, or on any or none, as every profile says. */
  private scanned(search: string, of: string | undefined): string[] {
    const nameOf = nameSearch(search);
    const columns = (name: string) => holdsNameBy(this.imports.mappings.get(name) ?? []);
    const all = [...this.imports.profiles.values()].filter(({ erasedAt }) => erasedAt === undefined);
    const meant = all.filter(({ lists: on }) => of === undefined || on.includes(of));
    const isNamed = (one: (typeof all)[number]): boolean => {
      const held = (of === undefined ? ['', ...one.lists] : [of]).map(columns);
      return nameOf(one, (attribute) => held.some((holdsName) => holdsName(attribute))) !== undefined;
    };
    return meant.filter(isNamed).map(({ id }) => id);
  }

  async check(): Promise<void> {
    const ports = { ...this.ports(null), members: this.world as never };
    for (const of of [...lists, undefined])
      for (const name of ['an', 'meier ANN', 'bo', 'wu']) {
        const request = { ...asked, query: { name, look: 'names' as const }, body: undefined };
        const { items, cursor } = await (of === undefined
          ? searchNames(ports)({ ...request, params: {} })
          : searchList(ports)({ ...request, params: { list: of } }));
        const found = new Set(items.map(({ id }) => id));
        const sure = this.scanned(name, of).filter((one) => found.has(one) || !this.unsure.has(one));
        expect([of, name, [...found].toSorted(), cursor]).toEqual([of, name, sure.toSorted(), null]);
        expect(items).toHaveLength(found.size);
      }
    // Of an erased person nothing is left there, whatever they were called before.
    for (const id of this.erased) expect(this.imports.names.text).not.toContain(` ${id}`);
    // And of an import that never counts only what others say too.
    for (const { number, state } of this.imports.records.values())
      if (state === 'givenUp')
        expect(this.imports.names.items.filter(({ place }) => place.startsWith(`i${number}.`))).toEqual([]);
  }
}

const oneRow = { rows: [{ id: 'p0', name: 'Bo' }], list: 'garden', column: 'name' } as const;
/** Of somebody who is stored already, and in the index by nothing else. */
const namedByOneThatNeverCounts: Step[] = [
  { do: 'begin', ...oneRow, rows: [...oneRow.rows] },
  { do: 'write', which: 0, dies: null, meanwhile: null },
  { do: 'giveUp', which: 0, dies: null },
  { do: 'bring', ...oneRow, rows: [...oneRow.rows] },
];

test('whatever imports, other systems, merges, erasures and deletions of lists do, and wherever they die: the index finds whom a look at every profile finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const story = new Story();
      for (const one of steps) {
        await story.take(one);
        await story.check();
      }
    }),
    { numRuns: 150, examples: [[namedByOneThatNeverCounts]] },
  );
});
