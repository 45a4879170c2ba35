import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameSearch } from '../../../domain/audience/name-search.ts';
import { rowsKey, type ImportRecord } from '../../../domain/model/profile-import.ts';
import { cleanChunk } from '../../../lambdas/audience/give-up-import.ts';
import { writeChunk } from '../../../lambdas/audience/write-chunk.ts';
import { searchList } from '../../../lambdas/audience/search-list.ts';
import { asked } from './change-world.ts';
import { open, type Gate } from './import-gate.ts';
import { MergeWorld } from './merge-world.ts';

const ids = ['p0', 'p1', 'p2'] as const;
const lists = ['garden', 'press'] as const;
/** Some begin as others do, and some are the same but for case and accents. */
const names = ['Anna', 'ÁNNA Meier', 'Andreas', 'Meyer-Ott', 'Bo', 'Li', 'Wu', ''] as const;

const person = fc.record({ id: fc.constantFrom(...ids), name: fc.constantFrom(...names) });
const rows = fc.uniqueArray(person, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
const list = fc.constantFrom(...lists);
const dies = fc.option(fc.nat(8), { freq: 2 });
const step = fc.oneof(
  fc.record({ do: fc.constant('begin' as const), rows, list, column: fc.constantFrom('name', 'nachname', 'feld_7') }),
  fc.record({ do: fc.constantFrom('write' as const, 'end' as const, 'giveUp' as const), which: fc.nat(2), dies }),
  fc.record({ do: fc.constant('put' as const), person, joins: fc.constantFrom([], ['garden'], ['press']), dies }),
  fc.record({ do: fc.constant('leave' as const), id: fc.constantFrom(...ids), list }),
  fc.record({ do: fc.constant('merge' as const), id: fc.constantFrom(...ids), other: fc.constantFrom(...ids), dies }),
  fc.record({ do: fc.constant('erase' as const), id: fc.constantFrom(...ids) }),
  fc.record({ do: fc.constant('deleteList' as const), list }),
  fc.record({ do: fc.constant('days' as const) }),
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
  readonly records: { record: ImportRecord; written: boolean }[] = [];
  readonly erased = new Set<string>();
  private toAskAgain: Step[] = [];

  private get imports() {
    return this.world.imports;
  }

  private ports(call: number | null) {
    return this.imports.portsBehind(gateOf(call), open);
  }

  private async begin({ rows: all, list: into, column }: Step & { do: 'begin' }): Promise<void> {
    if (this.records.length === 3) return;
    const { imports, content } = this.ports(null);
    const id = `i${this.records.length}`;
    const file = all.map(({ id: of, name }, index) => ({
      line: index + 2,
      id: of,
      address: `${of}@post.example`,
      attributes: { [column]: name },
      optedOut: false,
    }));
    await content.put(rowsKey(id, 0), JSON.stringify(file));
    const importedAt = new Date(this.imports.at).toISOString();
    const record = await imports.begin({ id, list: into, rows: all.length, chunks: 1, importedAt });
    this.records.push({ record, written: false });
  }

  private async work(what: string, which: number, call: number | null): Promise<void> {
    const one = this.records[which];
    if (!one) return;
    const ports = this.ports(call);
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
      if (await ports.imports.commit(one.record, one.record.rows, at)) await ports.imports.settled(one.record);
    }
  }

  private deleteList(name: string): void {
    if (this.imports.pending?.list === name) return;
    const { snapshot } = this.imports;
    const number = snapshot.seq + 1;
    const ended = [...snapshot.ended.filter((one) => one.list !== name), { list: name, number }];
    this.imports.snapshot = { ...snapshot, seq: number, ended };
  }

  private async erase(id: string): Promise<void> {
    const profile = this.imports.profiles.get(id);
    if (!profile || profile.erasedAt !== undefined) return;
    const at = new Date(this.imports.at).toISOString();
    const { profiles } = this.ports(null);
    for (const of of [...(profile.mergedFrom ?? []), id]) {
      const known = await profiles.getUnmerged(of);
      const left = { id: of, address: '', lists: [], attributes: {}, importedAt: at, erasedAt: at };
      await profiles.erase(left, known?.address ?? '');
      this.erased.add(of);
    }
  }

  private async act(one: Step, call: number | null): Promise<void> {
    if (one.do === 'begin') await this.begin(one);
    else if ('which' in one) await this.work(one.do, one.which, call);
    else if (one.do === 'put') {
      const { id, name } = one.person;
      const row = { id, address: `${id}@post.example`, attributes: { name }, lists: one.joins };
      await this.world.post([row], { gate: gateOf(call) });
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
    return new Set(this.toAskAgain.flatMap((one) => ('person' in one ? [one.person.id] : 'id' in one ? [one.id] : [])));
  }

  /** Who has the name and is on the list, as every profile says. */
  private scanned(search: string, of: string): string[] {
    const nameOf = nameSearch(search, this.imports.mappings.get(of) ?? []);
    const all = [...this.imports.profiles.values()];
    return all.filter((one) => one.lists.includes(of) && nameOf(one) !== undefined).map(({ id }) => id);
  }

  async check(): Promise<void> {
    for (const of of lists)
      for (const name of ['an', 'anna', 'meier an', 'MEYER', 'ott', 'bo', 'li', 'wu', 'nobody']) {
        const { items, cursor } = await searchList({ ...this.ports(null), members: this.world as never })({
          ...asked,
          params: { list: of },
          query: { name, look: 'names' },
          body: undefined,
        });
        const found = new Set(items.map(({ id }) => id));
        const sure = this.scanned(name, of).filter((id) => found.has(id) || !this.unsure.has(id));
        expect([of, name, [...found].toSorted(), cursor]).toEqual([of, name, sure.toSorted(), null]);
        expect(items).toHaveLength(found.size);
      }
    // Of an erased person nothing is left there, whatever they were called before.
    for (const id of this.erased) expect(this.imports.names.text).not.toContain(` ${id}`);
    // And of an import that never counts only what others say too.
    for (const { number, state } of this.imports.records.values())
      if (state === 'givenUp') expect(this.imports.names.items.filter(({ place }) => place.startsWith(`i${number}.`))).toEqual([]);
  }
}

test('whatever imports, other systems, merges, erasures and deletions of lists do, and wherever they die: the index finds whom a look at every profile finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const story = new Story();
      const mapping = [{ header: 'Feld 7', as: 'attribute' as const, meaning: 'lastName' as const, name: 'feld_7' }];
      story.world.imports.mappings.set('press', mapping);
      for (const one of steps) {
        await story.take(one);
        await story.check();
      }
    }),
    { numRuns: 300 },
  );
});
