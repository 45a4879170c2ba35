import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carryThrough, endLostImport } from '../../../lambdas/audience/carry-through.ts';
import { ImportWorld, open, type Gate } from './import-world.ts';

const MINUTE = 60_000;
/** More than are read together. */
const ROWS = 1100;

const file = (city: string, rows = ROWS): string[] => [
  'id,email,city',
  ...Array.from({ length: rows }, (_, row) => `p${row},p${row}@post.example,${city}`),
];

const ports = (world: ImportWorld, gate = open) => world.portsBehind(gate);

/** An import that a process lost; a minute later the next one takes it over. */
const lost = async (city: string, rows = ROWS): Promise<ImportWorld> => {
  const world = new ImportWorld();
  let calls = 0;
  const dying: Gate = async () => {
    calls += 1;
    if (calls > 6) throw new Error('the Lambda died');
  };
  await expect(world.import(file(city, rows), dying)).rejects.toThrow('died');
  world.at += MINUTE;
  return world;
};

describe('an import that takes many minutes', () => {
  test('is not taken for lost as long as somebody writes it', async () => {
    const world = await lost('Aachen');
    const seen = new Set<boolean>();
    let calls = 0;
    const slow: Gate = async () => {
      calls += 1;
      world.at += 500;
      if (calls % 50 === 0) seen.add(await endLostImport(ports(world)));
    };
    const began = world.at;
    expect(await endLostImport(ports(world, slow))).toBe(true);
    expect(world.at - began).toBeGreaterThan(8 * MINUTE);
    expect([...seen]).toEqual([false]);
    expect(world.lists.get('garden')?.profiles).toBe(ROWS);
    expect(world.failures).toHaveLength(1);
  });

  test('is as free for the next one a minute after its process died, wherever that was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: ROWS - 10 }),
        fc.integer({ min: 1, max: 500 }),
        async (dies, slowness) => {
          const world = await lost('Aachen');
          let calls = 0;
          const dying: Gate = async () => {
            calls += 1;
            if (calls >= dies) throw new Error('the Lambda died');
            world.at += slowness;
          };
          await endLostImport(ports(world, dying)).catch(() => undefined);
          expect(await endLostImport(ports(world))).toBe(false);
          world.at += MINUTE;
          expect(await endLostImport(ports(world))).toBe(true);
          expect(world.lists.get('garden')?.profiles).toBe(ROWS);
        },
      ),
      { numRuns: 15 },
    );
  });
});

/** Rows that one process has under way at once. */
const WRITERS = 32;

describe('an import whose process stood still', () => {
  test('stops at once when another one took it over, whatever that one did meanwhile', async () => {
    const ways = ['writes', 'hasEnded', 'nextIsWritten'] as const;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: ROWS }), fc.constantFrom(...ways), async (stands, way) => {
        const world = await lost('Aachen');
        let calls = 0;
        let after = 0;
        let meanwhile: Promise<unknown> | undefined;
        /** What happens while the process stands still. */
        const others = async (): Promise<void> => {
          world.at += MINUTE;
          const pending = world.pending && (await ports(world).lists.tryAgain(world.pending, at(world)));
          if (way === 'writes' || !pending) return;
          await carryThrough(ports(world), pending);
          if (way === 'nextIsWritten') await world.import(file('Berlin'));
        };
        const standing: Gate = async () => {
          calls += 1;
          if (calls < stands) return;
          meanwhile ??= others();
          await meanwhile;
          after += 1;
        };
        const before = world.failures.length;
        await endLostImport(ports(world, standing));
        await meanwhile;
        // What it had under way, read again where another one wrote it, and the question whether it goes on.
        expect(after).toBeLessThanOrEqual(2 * WRITERS + 1);
        expect(world.failures.length - before).toBeLessThanOrEqual(1);
        if (way === 'writes') expect(world.pending).toMatchObject({ tries: 3 });
        if (way === 'nextIsWritten') expect(world.lists.get('garden')?.importedAt).toBe(at(world));
      }),
      { numRuns: 25 },
    );
  });

  test('says so to whoever imported, and not that the import was given up', async () => {
    const world = new ImportWorld();
    let calls = 0;
    const standing: Gate = async () => {
      calls += 1;
      if (calls !== 20) return;
      world.at += MINUTE;
      expect(await endLostImport(ports(world))).toBe(true);
    };
    await expect(world.import(file('Aachen'), standing)).rejects.toMatchObject({
      code: 'conflict',
      cause: 'importTakenOver',
    });
    expect(world.lists.get('garden')?.profiles).toBe(ROWS);
    expect(world.givenUp.size).toBe(0);
  });
});

const at = (world: ImportWorld): string => new Date(world.at).toISOString();

describe('whoever takes an import for lost', () => {
  test('does not take it over from a process that said meanwhile that it goes on', async () => {
    for (const tries of [1, 3]) {
      const world = new ImportWorld();
      const pending = { id: 'i1', list: 'garden', rows: 1, importedAt: at(world), tries };
      world.pending = pending;
      world.at += MINUTE;
      const other = ports(world);
      const read = async () => {
        const seen = world.pending;
        await other.lists.renew(pending, at(world));
        return seen;
      };
      await endLostImport({ ...other, lists: { ...other.lists, pending: read } });
      expect(world.pending).toMatchObject({ tries, triedAt: at(world) });
      expect(world.givenUp.size).toBe(0);
    }
  });
});
