import { describe, expect, test } from '@jest/globals';
import { endImports } from '../../../lambdas/audience/end-imports.ts';
import { open, type Gate } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

/** More than are read together. */
const ROWS = 250;

const file = (city: string, ...more: string[]): string[] => [
  'id,email,city',
  ...Array.from({ length: ROWS }, (_, row) => `p${row},p${row}@post.example,${city}`),
  ...more,
];

const citiesOf = ({ profiles }: ImportWorld): Set<string | undefined> =>
  new Set([...profiles.values()].map(({ attributes }) => attributes['city']));

/** A Lambda that dies at its n-th call of a port, with all that it has under way. */
const dyingAt = (call: number): Gate => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls >= call) throw new Error('the Lambda died');
  };
};

const ports = (world: ImportWorld) => world.portsBehind(open);

const HALF_AN_HOUR = 30 * 60_000;

describe('an import that dies', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 40, 150, 250, 260, 261, 262, 263, 264])(
    'at call %i counts as a whole or not at all, and keeps nobody waiting',
    async (call) => {
      const world = new ImportWorld();
      await world.import(file('Aachen'));
      world.at += 3_600_000;
      await world.import(file('Berlin'), dyingAt(call)).catch(() => undefined);
      const [city] = citiesOf(world);
      expect(citiesOf(world).size).toBe(1);
      // The next one begins at once.
      await world.import(['id,email', 'next,next@post.example']);
      expect(world.profiles.get('next')).toBeDefined();
      expect(world.profiles.get('p7')?.attributes['city']).toBe(city);
      world.at += HALF_AN_HOUR;
      expect(await endImports(ports(world))).toBe(0);
      expect(world.profiles.get('p7')?.attributes['city']).toBe(city);
      expect(world.pending).toBeUndefined();
      expect(world.snapshot.settling).toEqual([]);
      expect(world.profiles.size).toBe(ROWS + 1);
    },
  );

  test('is left alone as long as its Lambda may live, then given up: the list says so, and is what it was', async () => {
    const world = new ImportWorld();
    await world.import(file('Aachen'), dyingAt(40)).catch(() => undefined);
    const at = new Date(world.at).toISOString();
    // The Lambda that died gave nothing up either.
    expect(world.pending).toBeDefined();
    world.at += 60_000;
    await endImports(ports(world));
    expect(world.pending).toBeDefined();
    world.at += HALF_AN_HOUR;
    await endImports(ports(world));
    expect(world.givenUp.get('garden')).toMatchObject({ rows: ROWS, importedAt: at, written: 0 });
    expect([world.lists.size, world.profiles.size]).toEqual([0, 0]);
    await world.import(file('Berlin'));
    expect(world.givenUp.size).toBe(0);
  });

  test('because its file breaks off in the middle has changed nothing', async () => {
    const world = new ImportWorld();
    await world.import(file('Aachen'));
    const objects = [...world.objects.keys()];
    await expect(world.import(file('Berlin', 'q,q@post.example,"Ber'))).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(citiesOf(world)).toEqual(new Set(['Aachen']));
    expect([...world.objects.keys()]).toEqual(objects);
  });

  test('while it takes opt-outs to their addresses is settled later, and they count from its commit on', async () => {
    const world = new ImportWorld();
    const rows = ['id,email,opted_out', 'p,anna@post.example,yes', 'q,berta@post.example,no'];
    let calls = 0;
    const died: Gate = async () => {
      calls += 1;
      if (world.snapshot.settling.length > 0) throw new Error('the Lambda died');
    };
    expect(await world.import(rows, died)).toMatchObject({ accepted: 2 });
    expect(calls).toBeGreaterThan(0);
    expect(world.feed).not.toContain('p');
    expect(world.addressesOut()).toEqual(new Set(['anna@post.example']));
    expect(world.profiles.get('p')?.optedOut).toMatchObject({ source: 'import' });
    world.at += HALF_AN_HOUR;
    await endImports(ports(world));
    expect([...world.feed]).toEqual(['anna@post.example', 'p']);
    expect(world.addressesOut()).toEqual(new Set(['anna@post.example']));
    expect(world.marks.size).toBe(0);
  });
});

test('an import that brings nothing new writes no profile', async () => {
  const world = new ImportWorld();
  await world.import(file('Aachen'));
  world.at += 3_600_000;
  const { writes } = world;
  const berliner = file('Aachen').with(7, 'p6,p6@post.example,Berlin');
  expect(await world.import(berliner)).toMatchObject({ accepted: ROWS, rejected: 0 });
  expect(world.writes).toBe(writes + 1);
  expect(world.lists.get('garden')?.profiles).toBe(ROWS);
});
