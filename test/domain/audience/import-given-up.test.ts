import { describe, expect, test } from '@jest/globals';
import { importsSoFar } from '../../../domain/model/imports-so-far.ts';
import { afterLostImport, endLostImport } from '../../../lambdas/audience/carry-through.ts';
import { ImportWorld, open, type Gate } from './import-world.ts';

const file = (city: string, people = 20): string[] => [
  'id,email,city',
  ...Array.from({ length: people }, (_, row) => `p${row},p${row}@post.example,${city}`),
];

/** A world in which DynamoDB takes everything but what is written of one person. */
const withPoison = (id: string) => {
  const world = new ImportWorld();
  const ports = world.portsBehind(open);
  const refuse = (profile: { id: string }): void => {
    if (profile.id === id) throw new Error('ValidationException');
  };
  const { add, describe: change } = ports.profiles;
  const profiles = {
    ...ports.profiles,
    add: async (profile: Parameters<typeof add>[0]) => {
      refuse(profile);
      return add(profile);
    },
    describe: async (profile: Parameters<typeof change>[0]) => {
      refuse(profile);
      return change(profile);
    },
  };
  return { world, ports: { ...ports, profiles } };
};

describe('an import that cannot be written', () => {
  test('is given up after three tries, says how much of it was written, and leaves the list as it was', async () => {
    const { world, ports } = withPoison('p7');
    await world.import(file('Aachen', 5));
    const before = world.lists.get('garden');
    world.at += 3_600_000;
    const refused = world.send(Buffer.from(file('Berlin').join('\n')), {}, ports);
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      cause: 'importGivenUp',
      facts: { rows: 20, written: 19 },
    });
    expect(world.failures).toHaveLength(3);
    expect(world.pending).toBeUndefined();
    expect(world.lists.get('garden')).toEqual(before);
    const givenUpAt = new Date(world.at).toISOString();
    const givenUp = { list: 'garden', rows: 20, importedAt: givenUpAt, givenUpAt, written: 19 };
    expect(await ports.lists.givenUp()).toEqual([givenUp]);
  });

  test('keeps nobody waiting: the next import and the next preparation find the way free at once', async () => {
    const { world, ports } = withPoison('p7');
    await world.send(Buffer.from(file('Berlin').join('\n')), {}, ports).catch(() => undefined);
    expect(await importsSoFar(ports.lists)).toContain('given up');
    expect(await world.import(['id,email', 'n,n@post.example'])).toMatchObject({ accepted: 1 });
    expect(await ports.lists.givenUp()).toEqual([]);
  });

  test('is told apart by a preparation that looked before and after it', async () => {
    const { world, ports } = withPoison('p7');
    await world.import(file('Aachen', 5));
    const before = await importsSoFar(ports.lists);
    world.at += 1000;
    await world.send(Buffer.from(file('Berlin').join('\n')), {}, ports).catch(() => undefined);
    expect(await importsSoFar(ports.lists)).not.toBe(before);
  });
});

/** A Lambda that dies at its n-th call, with all that it has under way. */
const dyingAt = (call: number): Gate => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls >= call) throw new Error('the Lambda died');
  };
};

describe('an import that kills whoever writes it', () => {
  const lost = async (): Promise<ImportWorld> => {
    const world = new ImportWorld();
    await expect(world.import(file('Aachen'), dyingAt(12))).rejects.toThrow('died');
    return world;
  };

  test('is given up when three have died; each of them kept the others waiting for a minute only', async () => {
    const world = await lost();
    for (let death = 0; death < 2; death += 1) {
      world.at += 60_000;
      let calls = 0;
      // Counts the try, then dies with the first person.
      const gate: Gate = async () => {
        calls += 1;
        if (calls > 1) throw new Error('the Lambda died');
      };
      await expect(endLostImport(world.portsBehind(gate))).rejects.toThrow('died');
      expect(await endLostImport(world.portsBehind(open))).toBe(false);
    }
    world.at += 60_000;
    expect(await endLostImport(world.portsBehind(open))).toBe(true);
    expect(world.pending).toBeUndefined();
    expect([...world.givenUp.values()]).toEqual([expect.objectContaining({ rows: 20, written: null })]);
    expect(world.lists.size).toBe(0);
  });

  test('is ended by the first preparation that meets it', async () => {
    const world = await lost();
    world.at += 60_000;
    const seen: boolean[] = [];
    const prepare = afterLostImport(world.portsBehind(open), async () => seen.push(world.pending === undefined));
    await prepare({}, () => 0);
    expect(seen).toEqual([true]);
    expect(world.lists.get('garden')?.profiles).toBe(20);
  });

  test('whose rows are gone, or are no rows, is given up too', async () => {
    for (const text of [undefined, 'no JSON', '[{"line":"two"}]']) {
      const world = await lost();
      world.objects.clear();
      if (text !== undefined) world.objects.set('imports/i1.json', text);
      world.at += 60_000;
      expect(await endLostImport(world.portsBehind(open))).toBe(true);
      expect(world.pending).toBeUndefined();
      expect(world.givenUp.get('garden')).toMatchObject({ written: 0 });
    }
  });
});
