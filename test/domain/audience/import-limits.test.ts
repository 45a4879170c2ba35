import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ImportWorld } from './import-world.ts';

const rejectedIn = async (csv: string): Promise<{ world: ImportWorld; codes: string[]; accepted: number }> => {
  const world = new ImportWorld();
  const { rejections, accepted } = await world.send(Buffer.from(csv));
  return { world, codes: rejections.map(({ code }) => code), accepted };
};

const good = 'good-1,good@post.example,Ada\n';

describe('a row that DynamoDB would refuse', () => {
  test.each([
    ['tooLarge', `big,big@post.example,${'x'.repeat(410_000)}\n`],
    ['tooLarge', `wide,wide@post.example,${'€'.repeat(130_000)}\n`],
    ['addressTooLong', `long,${'a'.repeat(3000)}@post.example,Ada\n`],
    ['addressTooLong', `idn,a@${'㌖'.repeat(200)}.example,Ada\n`],
    ['notText', 'nul,nul@post.example,A\0da\n'],
  ])('is rejected with its cause before anything is written: %s', async (code, row) => {
    const { world, codes, accepted } = await rejectedIn(`id,email,name\n${good}${row}`);
    expect([codes, accepted]).toEqual([[code], 1]);
    expect([...world.profiles.keys()]).toEqual(['good-1']);
    expect(world.pending).toBeUndefined();
  });

  test('a quarantined address of 3,000 characters is no key of the table', async () => {
    const { world, codes } = await rejectedIn(
      `id,email,quarantined\ng,g@post.example,\nq,${'q'.repeat(3000)}@post.example,yes\n`,
    );
    expect(codes).toEqual(['addressTooLong']);
    expect([...world.statuses.keys()]).toEqual([]);
  });
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'Constructor', '__defineGetter__'])(
  'a column %s is told and stops nobody',
  async (header) => {
    const world = new ImportWorld();
    const { columns, accepted } = await world.send(Buffer.from(`id,email,${header}\np,p@post.example,McLaren\n`));
    expect(accepted).toBe(1);
    expect(columns[2]).toMatchObject({ header, as: /constructor/i.test(header) ? 'notTaken' : 'attribute' });
    expect(world.pending).toBeUndefined();
    expect(await world.import(['id,email', 'n,next@post.example'])).toMatchObject({ accepted: 1 });
  },
);

test('a column that has no name of its own is told, not dropped in silence', async () => {
  const world = new ImportWorld();
  const names = ['Инес', 'Олаф', 'Анна', 'Олег', 'Мария'];
  const rows = names.map((name, index) => `i${index}@post.example,Mühlweg,Inès,${name},a`);
  const { columns } = await world.send(Buffer.from(['email,Straße,Prénom,Имя,Name', ...rows].join('\n')));
  expect(columns.map(({ as, name }) => `${as} ${name}`)).toEqual([
    'address email',
    'attribute strasse',
    'attribute prenom',
    'notTaken ',
    'attribute name',
  ]);
  expect([...world.profiles.values()][0]?.attributes).toEqual({ strasse: 'Mühlweg', prenom: 'Inès', name: 'a' });
});

describe('a file that does not fit is refused before anything of it is kept', () => {
  test.each([
    ['tooManyColumns', () => `email,${Array.from({ length: 100_000 }, (_, n) => `c${n}`).join(',')}\na@post.example\n`],
    ['fileTooLarge', () => `email,name\n${`a@post.example,${'x'.repeat(100)}\n`.repeat(45_000)}`],
    ['tooManyRows', () => `email\n${'x\n'.repeat(150_000)}a@post.example\n`],
    ['tooManyRows', () => `id,email\n${Array.from({ length: 30_001 }, (_, n) => `${n},${n}@x.example`).join('\n')}`],
    [
      'tooManyRows',
      () =>
        `id,email,quarantined\n${Array.from({ length: 7501 }, (_, n) => `${n},${n}@x.example,${n ? 'yes' : ''}`).join('\n')}`,
    ],
    [
      'tooManyRows',
      () =>
        `id,email,opted_out\n${Array.from({ length: 7001 }, (_, n) => `${n},${n}@x.example,${n ? 'yes' : ''}`).join('\n')}`,
    ],
    [
      'tooManyRows',
      // Each profile keeps the names too: 25 KB.
      () =>
        `email,${Array.from({ length: 100 }, (_, n) => `${n}_${'c'.repeat(245)}`).join(',')}\n${Array.from({ length: 3600 }, (_, n) => `${n}@x.example${','.repeat(100)}`).join('\n')}`,
    ],
  ])('%s', async (cause, csv) => {
    const world = new ImportWorld();
    await expect(world.send(Buffer.from(csv()))).rejects.toMatchObject({ code: 'too-large', cause });
    expect([world.pending, world.objects.size, world.writes]).toEqual([undefined, 0, 0]);
  });

  test('400 KB of commas are no people', async () => {
    const world = new ImportWorld();
    await expect(world.send(Buffer.from(`id,email\n${',\n'.repeat(200_000)}`))).rejects.toMatchObject({
      cause: 'csvEmpty',
    });
    expect(world.objects.size).toBe(0);
  });
});

test('whatever is imported, it is refused or done, and the next import finds the way free', async () => {
  const header = fc.oneof(
    fc.constantFrom(
      'constructor',
      '__proto__',
      'prototype',
      'toString',
      'id',
      'opted_out',
      'quarantined',
      '',
      'É',
      '💥',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'yes',
      'no',
      'a@post.example',
      `${'ü'.repeat(300)}@post.example`,
      `a@${'ﷺ'.repeat(90)}.example`,
      '\u0000',
    ),
    fc.integer({ min: 100_000, max: 420_000 }).map((length) => 'ä'.repeat(length / 2)),
  );
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const table = fc
    .integer({ min: 0, max: 4 })
    .chain((width) =>
      fc.tuple(
        fc.array(header, { minLength: width, maxLength: width }),
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 4 }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(table, async ([headers, rows]) => {
      const world = new ImportWorld();
      const lines = [
        ['email', ...headers],
        ['first@post.example', ...headers.map(() => '')],
      ];
      const all = [...lines, ...rows.map((row, index) => [`p${index}@post.example`, ...row])];
      const csv = all.map((row) => row.map(quoted).join(',')).join('\n');
      const outcome = await world.send(Buffer.from(csv)).catch((error: unknown) => error);
      expect(outcome).not.toMatchObject({ cause: 'importGivenUp' });
      if (outcome instanceof Error) expect(outcome.name).toBe('Problem');
      expect([world.pending, world.failures]).toEqual([undefined, []]);
      expect(await world.import(['id,email', 'n,next@post.example'])).toMatchObject({ accepted: 1 });
    }),
    { numRuns: 100 },
  );
});
