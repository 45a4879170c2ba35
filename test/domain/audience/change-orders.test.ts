import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rowsKey, type ImportRecord } from '../../../domain/model/profile-import.ts';
import { settleImport } from '../../../lambdas/audience/settle-import.ts';
import { writeChunk } from '../../../lambdas/audience/write-chunk.ts';
import { ChangeWorld } from './change-world.ts';
import { open } from './import-gate.ts';

const address = 'anna@post.example';
const which = fc.nat(1);
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('begin', 'write', 'commit', 'settle'), which }),
  fc.record({ do: fc.constant('post' as const), column: fc.constantFrom('city', 'team'), on: fc.boolean() }),
  fc.record({ do: fc.constant('days' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What somebody said, in the order in which they began to: an import counts when it is committed. */
type Said = { says: Record<string, string>; on: boolean; of?: number };

class Story {
  readonly world = new ChangeWorld();
  readonly said: Said[] = [];
  readonly records: (ImportRecord | undefined)[] = [undefined, undefined];
  readonly committed = new Set<number>();
  private count = 0;

  private async begin(of: number): Promise<void> {
    if (this.records[of]) return;
    const { imports, content } = this.world.portsBehind(open);
    const says = { city: `of import ${of}`, ...(of === 1 && { team: 'of import 1' }) };
    await content.put(
      rowsKey(`f${of}`, 0),
      JSON.stringify([{ line: 2, id: 'anna', address, attributes: says, optedOut: false }]),
    );
    const importedAt = new Date(this.world.imports.at).toISOString();
    this.records[of] = await imports.begin({ id: `f${of}`, list: 'garden', rows: 1, chunks: 1, importedAt });
    this.said.push({ says, on: true, of });
  }

  private async work(what: string, of: number): Promise<void> {
    const record = this.records[of];
    if (!record) return;
    const ports = this.world.portsBehind(open);
    const isWritten = this.world.imports.objects.has(`imports/f${of}/written/0.json`);
    if (what === 'write' && !this.committed.has(of)) await writeChunk(ports, record, 0);
    if (what === 'commit' && isWritten && (await ports.imports.commit(record, 1, record.importedAt)))
      this.committed.add(of);
    if (what === 'settle' && this.committed.has(of)) await settleImport(ports, { ...record, state: 'committed' });
  }

  async take(one: Step): Promise<void> {
    this.world.imports.at += one.do === 'days' ? 3 * 24 * 3_600_000 : 60_000;
    if (one.do === 'days') return;
    if (one.do === 'begin') return this.begin(one.which);
    if (one.do !== 'post') return this.work(one.do, one.which);
    const says = { [one.column]: `of post ${(this.count += 1)}` };
    await this.world.post([
      { id: 'anna', address, attributes: says, ...(one.on ? { lists: ['garden'] } : { leaves: ['garden'] }) },
    ]);
    this.said.push({ says, on: one.on });
  }

  check(): void {
    const counting = this.said.filter(({ of }) => of === undefined || this.committed.has(of));
    const attributes = counting.reduce<Record<string, string>>((before, { says }) => ({ ...before, ...says }), {});
    const lists = counting.at(-1)?.on ? ['garden'] : [];
    const profile = this.world.imports.profiles.get('anna');
    expect(profile && { attributes: profile.attributes, lists: profile.lists }).toEqual(
      counting.length === 0 ? undefined : { attributes, lists },
    );
  }
}

test('whoever began to say something last has the last word on it, in every order of files and single writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
      const story = new Story();
      for (const one of steps) {
        await story.take(one);
        story.check();
      }
    }),
    { numRuns: 300 },
  );
});
