import { describe, expect, test } from '@jest/globals';
import type { ProfileWrite } from '../../../domain/audience/ports/imported-profiles.ts';
import { endImports } from '../../../lambdas/audience/end-imports.ts';
import { open, type Gate } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

const file = (city: string, people = 20): string[] => [
  'id,email,city',
  ...Array.from({ length: people }, (_, row) => `p${row},p${row}@post.example,${city}`),
];

/** A world in which DynamoDB says this to what is written of one person. */
const withPoison = (id: string, says: () => 'refused') => {
  const world = new ImportWorld();
  const ports = world.portsBehind(open);
  const { write } = ports.profiles;
  const poisoned = async (number: number, writes: readonly ProfileWrite[]) =>
    Promise.all(writes.map(async (one) => (one.id === id ? says() : ((await write(number, [one]))[0] ?? 'done'))));
  return { world, ports: { ...ports, profiles: { ...ports.profiles, write: poisoned } } };
};

const failing = (): never => {
  throw new Error('the network is gone');
};

test('a row that DynamoDB does not take is rejected by its line, and nobody else notices', async () => {
  const { world, ports } = withPoison('p7', () => 'refused');
  const report = await world.send(Buffer.from(file('Berlin').join('\n')), {}, ports);
  expect(report).toMatchObject({ accepted: 19, rejections: [{ line: 9, code: 'notStored' }] });
  expect([world.profiles.size, world.profiles.has('p7')]).toEqual([19, false]);
  expect(world.lists.get('garden')).toMatchObject({ profiles: 19 });
});

describe('an import that cannot be written', () => {
  test('is given up, says so, and leaves the old state: none of its rows counts', async () => {
    const { world, ports } = withPoison('p7', failing);
    await world.import(file('Aachen', 5));
    const [before, people] = [world.lists.get('garden'), [...world.profiles.values()]];
    world.at += 3_600_000;
    const refused = world.send(Buffer.from(file('Berlin').join('\n')), {}, ports);
    await expect(refused).rejects.toMatchObject({ code: 'conflict', cause: 'importGivenUp', facts: { rows: 20 } });
    expect(world.failures).toHaveLength(1);
    expect(world.pending).toBeUndefined();
    expect([world.lists.get('garden'), [...world.profiles.values()]]).toEqual([before, people]);
    const givenUpAt = new Date(world.at).toISOString();
    const givenUp = { list: 'garden', rows: 20, importedAt: givenUpAt, givenUpAt, written: 0 };
    expect([...world.givenUp.values()]).toEqual([givenUp]);
  });

  test('keeps nobody waiting: the same file counts as soon as it can be written', async () => {
    const { world, ports } = withPoison('p7', failing);
    await world.send(Buffer.from(file('Berlin').join('\n')), {}, ports).catch(() => undefined);
    expect(await world.import(file('Celle'))).toMatchObject({ accepted: 20 });
    expect(new Set([...world.profiles.values()].map(({ attributes }) => attributes['city']))).toEqual(
      new Set(['Celle']),
    );
    expect(world.givenUp.size).toBe(0);
  });
});

describe('of an import that is given up no address stays that it says is in quarantine', () => {
  const sick = ['id,email,quarantined', ...Array.from({ length: 150 }, (_, row) => `p${row},p${row}@post.example,yes`)];
  const marked = ({ marks }: ImportWorld): number => marks.size;

  test('by its writer', async () => {
    const { world, ports } = withPoison('p149', failing);
    await expect(world.send(Buffer.from(sick.join('\n')), {}, ports)).rejects.toMatchObject({ cause: 'importGivenUp' });
    expect(marked(world)).toBe(0);
  });

  test('by the hourly repair', async () => {
    const world = new ImportWorld();
    const died: Gate = async () => {
      if (marked(world) > 0) throw new Error('the Lambda died');
    };
    await world.import(sick, died).catch(() => undefined);
    expect(marked(world)).toBeGreaterThan(0);
    world.at += 3_600_000;
    expect(await endImports(world.portsBehind(open))).toBe(0);
    expect([world.pending, marked(world)]).toEqual([undefined, 0]);
  });
});

test('an import whose commit got no answer is not said to be given up when it counts', async () => {
  const world = new ImportWorld();
  const ports = world.portsBehind(open);
  const commit: typeof ports.imports.commit = async (...asked) => {
    await ports.imports.commit(...asked);
    return failing();
  };
  const sent = world.send(
    Buffer.from(file('Berlin').join('\n')),
    {},
    { ...ports, imports: { ...ports.imports, commit } },
  );
  await expect(sent).rejects.toThrow('the network is gone');
  expect(world.profiles.size).toBe(20);
});
