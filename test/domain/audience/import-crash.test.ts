import { describe, expect, test } from '@jest/globals';
import { importsSoFar } from '../../../domain/model/imports-so-far.ts';
import { endLostImport } from '../../../lambdas/audience/carry-through.ts';
import { ImportWorld, open, type Gate } from './import-world.ts';

/** More than are read together. */
const ROWS = 1100;

const file = (city: string, extra = ''): string[] => [
  'id,email,city',
  ...Array.from({ length: ROWS }, (_, row) => `p${row},p${row}@post.example,${city}`),
  extra,
];

const citiesOf = ({ profiles }: ImportWorld) =>
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

/** The calls of an import: known ids read twice, rows kept, begun, read, each written, read again, each written, ended. */
const CALLS = ROWS + 7;

describe('an import that dies', () => {
  test.each([1, 2, 3, 4, 5, 40, 999, 1002, 1003, 1004, 1005, CALLS - 1, CALLS])(
    'at call %i leaves the old state, or is carried through; no preparation sees half of it',
    async (call) => {
      const world = new ImportWorld();
      await world.import(file('Aachen'));
      world.at += 3_600_000;
      await expect(world.import(file('Berlin'), dyingAt(call))).rejects.toThrow('died');
      const isCounted = world.pending !== undefined;
      if (!isCounted) expect(citiesOf(world)).toEqual(new Set(['Aachen']));
      // A preparation has no audience as long as the import is open.
      expect((await importsSoFar(ports(world).lists)) === undefined).toBe(isCounted);
      expect(await endLostImport(ports(world))).toBe(!isCounted);
      world.at += 60_000;
      expect(await endLostImport(ports(world))).toBe(true);
      expect(world.pending).toBeUndefined();
      expect(citiesOf(world)).toEqual(new Set([isCounted ? 'Berlin' : 'Aachen']));
      expect(world.profiles.size).toBe(ROWS);
    },
  );

  test('keeps the next one waiting for a minute, which then ends it first', async () => {
    const world = new ImportWorld();
    await expect(world.import(file('Aachen'), dyingAt(6))).rejects.toThrow('died');
    await expect(world.import(file('Berlin'))).rejects.toMatchObject({ code: 'conflict' });
    world.at += 60_000;
    await world.import(file('Celle'));
    expect(citiesOf(world)).toEqual(new Set(['Celle']));
    expect(world.pending).toBeUndefined();
  });

  test('because its file breaks off in the middle has changed nothing', async () => {
    const world = new ImportWorld();
    await world.import(file('Aachen'));
    await expect(world.import(file('Berlin', 'q,q@post.example,"Ber'))).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(citiesOf(world)).toEqual(new Set(['Aachen']));
    expect([...world.objects.keys()]).toEqual(['imports/i1.json']);
  });

  test('leaves no writer behind that would write into a later one', async () => {
    const world = new ImportWorld();
    await expect(world.import(file('Aachen'), dyingAt(500))).rejects.toThrow('died');
    const { writes } = world;
    await new Promise((resolve) => setImmediate(resolve));
    expect(world.writes).toBe(writes);
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

test('an import never undoes an opt-out, not even when it is carried through later', async () => {
  const world = new ImportWorld();
  await world.import(file('Aachen'));
  world.at += 3_600_000;
  await expect(world.import(file('Berlin'), dyingAt(40))).rejects.toThrow('died');
  const { optOut } = world.profilesBehind(open);
  await optOut('p700', new Date(world.at).toISOString(), 'oneClick');
  world.at += 60_000;
  await endLostImport(ports(world));
  expect(world.profiles.get('p700')).toMatchObject({
    optedOut: { source: 'oneClick' },
    attributes: { city: 'Berlin' },
  });
});
