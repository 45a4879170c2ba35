import { describe, expect, test } from '@jest/globals';
import { ImportWorld } from './import-world.ts';

type Person = [id: string, name: string];

const fileOf = (people: readonly Person[]): string[] => [
  'ID,Email',
  ...people.map(([id, name]) => `${id},${name}@post.example`),
];

const many = (count: number): Person[] => Array.from({ length: count }, (_, row) => [String(row), `p${row}`]);

const afterSpring = async (spring: readonly Person[]): Promise<ImportWorld> => {
  const world = new ImportWorld();
  await world.import(fileOf(spring));
  world.at += 3_600_000;
  return world;
};

const addressesIn = ({ profiles }: ImportWorld) => [...profiles.values()].map(({ address }) => address);

describe('ids that are known with other addresses', () => {
  const moved = many(100);
  const rows = {
    'the running numbers of another file': [
      many(2),
      [
        ['0', 'zora'],
        ['1', 'kim'],
      ],
    ],
    'half of them': [many(10), many(10).map(([id, name], row) => [id, row % 2 ? name : `other${row}`])],
    'a fifth of them, among many who are new': [
      many(10),
      [...many(500).slice(10), ...many(10).map(([id, name], row) => [id, row < 2 ? `other${row}` : name])],
    ],
    'row numbers, after a row was taken out near the end': [
      moved,
      moved.toSpliced(96, 1).map(([, name], row) => [String(row), name]),
    ],
  } as unknown as Record<string, [Person[], Person[]]>;

  test.each(Object.entries(rows))(
    '%s: the import stops and says so; nobody becomes somebody else',
    async (_, files) => {
      const [spring, autumn] = files;
      const world = await afterSpring(spring);
      const [before, { writes }] = [addressesIn(world), world];
      const refusal = { code: 'invalid-input', cause: 'idsOfOthers', facts: { known: expect.any(Number) } };
      await expect(world.import(fileOf(autumn))).rejects.toMatchObject(refusal);
      expect([addressesIn(world), world.writes, world.pending]).toEqual([before, writes, undefined]);
    },
  );

  test('are changes of address when whoever imports says how many they have seen', async () => {
    const world = await afterSpring(many(3));
    const file = Buffer.from(
      fileOf([
        ['0', 'new0'],
        ['1', 'new1'],
        ['2', 'p2'],
      ]).join('\n'),
    );
    await expect(world.send(file, { changedAddresses: 1 })).rejects.toMatchObject({ facts: { changed: 2, known: 3 } });
    await world.send(file, { changedAddresses: 2 });
    expect(addressesIn(world)).toEqual(['new0@post.example', 'new1@post.example', 'p2@post.example']);
  });
});

describe('a normal change of address is written', () => {
  test.each([
    [
      'one of two',
      many(2),
      [
        ['0', 'new'],
        ['1', 'p1'],
      ],
    ],
    ['two of a hundred', many(100), many(100).map(([id, name], row) => [id, row < 2 ? `new${row}` : name])],
    [
      'the same in capitals',
      many(2),
      [
        ['0', 'P0'],
        ['1', 'P1'],
      ],
    ],
    ['to the address of somebody who keeps it', many(40), many(40).map(([id, name]) => [id, id === '3' ? 'p4' : name])],
  ] as [string, Person[], Person[]][])('%s', async (_, spring, autumn) => {
    const world = await afterSpring(spring);
    expect(await world.import(fileOf(autumn))).toMatchObject({ accepted: autumn.length });
  });
});

test('a file in which nobody has an address that is one is no success', async () => {
  const world = new ImportWorld();
  await expect(world.import(['Name,Address', 'Ines,4 Mill Lane', 'Olaf,'])).rejects.toMatchObject({
    code: 'invalid-input',
    cause: 'noValidAddress',
  });
  expect([world.writes, world.pending]).toEqual([0, undefined]);
});

test.each([
  ['First Name,Address,City,Email', 'Ines,4 Mill Lane,Ulm,a@post.example'],
  ['Email,E-Mail 1 - Value', ',a@post.example'],
  ['First Name,E-mail Address,E-mail Type', 'Ines,a@post.example,SMTP'],
  ['Vorname,E-Mail-Adresse', 'Ines,a@post.example'],
  ['Nom,Adresse e-mail', 'Inès,a@post.example'],
  ['Name,E-mail 1 - Label,E-mail 1 - Value,Address 1 - Formatted', 'Ines,* Home,a@post.example,4 Mill Lane'],
])('the column of the mail addresses is found by its cells: %s', async (header, row) => {
  const world = new ImportWorld();
  await world.import([header, row]);
  expect(addressesIn(world)).toEqual(['a@post.example']);
});
