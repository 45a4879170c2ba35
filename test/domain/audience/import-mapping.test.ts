import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ImportQuery, type ImportLook } from '../../../domain/audience/api.ts';
import { ColumnMapping, mappedUses } from '../../../domain/audience/column-mapping.ts';
import { importProfiles } from '../../../lambdas/audience/import-profiles.ts';
import { lookAtImport } from '../../../lambdas/audience/look-at-import.ts';
import { makingOf, person } from '../samples.ts';
import { open } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

const actor = { ...person, groups: ['prepare-deliveries' as const] };

const lookedAt = async (world: ImportWorld, file: string, query: { list?: string; part?: 'true' } = {}) => {
  const request = { params: {}, actor, origin: { ip: '', userAgent: '' }, body: Buffer.from(file) };
  const answer = await lookAtImport(world.portsBehind(open))({ ...request, query: { part: 'false', ...query } });
  return answer;
};

const columnsIn = ({ columns }: ImportLook) =>
  columns.map(({ as, name, type, meaning }) => [as, name, ...(type ? [type] : []), ...(meaning ? [meaning] : [])]);

describe('a look at a file', () => {
  const german =
    'Kundennr;E-Mail;Vorname;Nachname;Sprache;Punkte;Seit;VIP;Newsletter;PLZ\n' +
    'A1;ines@post.example;Inès;Ulm;de;12,5;05.03.2026;ja;ja;01234\n' +
    'A2;olaf@post.example;Olaf;Kiel;en;3;25.03.2026;nein;nein;24103\n';

  test('says what each column becomes, by name and cells, and writes nothing', async () => {
    const world = new ImportWorld();
    const look = await lookedAt(world, german);
    expect(columnsIn(look)).toEqual([
      ['attribute', 'kundennr', 'text'],
      ['address', 'e_mail'],
      ['attribute', 'vorname', 'text', 'firstName'],
      ['attribute', 'nachname', 'text', 'lastName'],
      ['attribute', 'sprache', 'text', 'language'],
      ['attribute', 'punkte', 'number'],
      ['attribute', 'seit', 'date'],
      ['attribute', 'vip', 'yesNo'],
      ['unclear', 'newsletter'],
      ['attribute', 'plz', 'text'],
    ]);
    expect(look).toMatchObject({ encoding: 'utf-8', delimiter: ';', headerLine: 1, rowsSeen: 2, sheets: [] });
    expect(look.rows[1]?.slice(0, 3)).toEqual(['A2', 'olaf@post.example', 'Olaf']);
    expect(look.columns[8]?.seen).toEqual([
      { word: 'ja', count: 1 },
      { word: 'nein', count: 1 },
    ]);
    expect([world.writes, world.objects.size, world.mappings.size]).toEqual([0, 0, 0]);
  });

  test.each([
    ['FNAME,LNAME,TIMEZONE,OPTIN_TIME,Email Address', ['firstName', 'lastName', 'timeZone', 'consentDate', undefined]],
    [
      'Given Name,Family Name,Language,Name,E-mail 1 - Value',
      ['firstName', 'lastName', undefined, 'fullName', undefined],
    ],
    ['Prénom;Nom;Fuseau horaire;Langue;Adresse e-mail', ['firstName', 'lastName', 'timeZone', undefined, undefined]],
    [
      'First Name\tLast Name\tZeitzone\tEinwilligung am\tPrimary Email',
      ['firstName', 'lastName', 'timeZone', 'consentDate', undefined],
    ],
  ])('knows the words of the tools that people come from: %s', async (header, meanings) => {
    const mark = /[,;\t]/.exec(header)?.[0] ?? ',';
    const cells = ['Ada', 'B', 'Europe/Berlin', '2026-03-05', 'a@post.example'];
    const look = await lookedAt(new ImportWorld(), `${header}\n${cells.join(mark)}\n`);
    expect(look.columns.map(({ meaning }) => meaning)).toEqual(meanings);
    expect(look.columns[4]?.as).toBe('address');
  });

  test('understands the columns by the same rows as the import', async () => {
    const file = 'email;name;newsletter\na@post.example;Ada;yes\nb@post.example;Bo;yes\nTotal: 2\n';
    const world = new ImportWorld();
    const [look, { columns }] = [await lookedAt(world, file), await world.send(Buffer.from(file))];
    expect(look.columns).toMatchObject(columns);
  });

  test('asks of states under a header in another script, and shows what is left out', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => `p${index}@post.example;${'Имя'.repeat(index + 1)};да;да\n`);
    const file = `E-Mail;Имя;отписан;\n${rows.join('')}`;
    const { columns } = await lookedAt(new ImportWorld(), file);
    expect(columns.map(({ header, as, seen }) => [header, as, seen])).toEqual([
      ['E-Mail', 'address', []],
      ['Имя', 'notTaken', []],
      ['отписан', 'unclear', [{ word: 'да', count: 5 }]],
      ['', 'unclear', [{ word: 'да', count: 5 }]],
    ]);
    await expect(new ImportWorld().send(Buffer.from(file))).rejects.toMatchObject({
      message: expect.stringContaining('отписан (5 × "да"); – (5 × "да")'),
    });
  });

  test('of the beginning of a file leaves the last, half row out', async () => {
    const beginning = 'email,note\na@post.example,"x\ny"\nb@post.example,"begins here,\nand';
    const look = await lookedAt(new ImportWorld(), beginning, { part: 'true' });
    expect(look).toMatchObject({ rowsSeen: 1, rows: [['a@post.example', 'x\ny']] });
  });
});

describe('a mapping', () => {
  const file =
    'Kunde;Kontakt;Newsletter;Name;Name\nA1;ines@post.example;ja;Ines;Ulm\nA2;olaf@post.example;nein;Olaf;Kiel\n';
  const mapping: ColumnMapping = [
    { header: 'Kunde', as: 'id' },
    { header: 'Kontakt', as: 'address' },
    { header: 'Newsletter', as: 'optedIn' },
    { header: 'Name', as: 'attribute', meaning: 'firstName' },
    { header: 'Name', as: 'attribute', name: 'town', type: 'text' },
  ];
  const imported = async (world: ImportWorld, text: string, said: ColumnMapping) =>
    world.send(Buffer.from(text), { mapping: said });

  test('says what the columns are, and is proposed when the header comes again', async () => {
    const world = new ImportWorld();
    await imported(world, file, mapping);
    expect([...world.profiles.values()]).toMatchObject([
      { id: 'A1', address: 'ines@post.example', attributes: { first_name: 'Ines', town: 'Ulm' } },
      { id: 'A2', attributes: { first_name: 'Olaf', town: 'Kiel' }, optedOut: { source: 'import' } },
    ]);
    const look = await lookedAt(world, `${file.split('\n')[0]};Neu\nB1;c@post.example;ja;C;D;1\n`, { list: 'garden' });
    expect(columnsIn(look)).toEqual([
      ['id', 'kunde'],
      ['address', 'kontakt'],
      ['optedIn', 'newsletter'],
      ['attribute', 'first_name', 'text', 'firstName'],
      ['attribute', 'town', 'text'],
      ['attribute', 'neu', 'number'],
    ]);
    expect(look.columns.map(({ isRemembered }) => isRemembered)).toEqual([true, true, true, true, true, false]);
    expect((await lookedAt(world, file, { list: 'other' })).columns.some(({ isRemembered }) => isRemembered)).toBe(
      false,
    );
  });

  test('without one a file whose words are not understood is refused as before', async () => {
    const world = new ImportWorld();
    await expect(imported(world, file, [])).rejects.toMatchObject({ cause: 'optOutUnclear' });
    const plain: ColumnMapping = [{ header: 'Newsletter', as: 'attribute' }];
    await expect(imported(world, file, plain)).rejects.toMatchObject({
      cause: 'columnsCollide',
      facts: { names: ['name'] },
    });
    await imported(world, file, [...plain, { header: 'Name', as: 'attribute' }, { header: 'Name', as: 'ignored' }]);
    expect([...world.profiles.values()].map(({ attributes }) => attributes['newsletter'])).toEqual(['ja', 'nein']);
  });

  test.each([
    ['columnsMissing', [{ header: 'Straße', as: 'ignored' }]],
    [
      'columnsCollide',
      [
        { header: 'Name', as: 'attribute' },
        { header: 'Name', as: 'attribute' },
      ],
    ],
    [
      'columnsCollide',
      [
        { header: 'Kunde', as: 'id' },
        { header: 'Name', as: 'id' },
      ],
    ],
    ['optOutUnclear', [{ header: 'Name', as: 'optedOut' }]],
    [
      'noAddressColumn',
      [
        { header: 'Kontakt', as: 'ignored' },
        { header: 'Newsletter', as: 'ignored' },
      ],
    ],
  ] satisfies [string, ColumnMapping][])('that cannot be meant is refused: %s', async (cause, said) => {
    const world = new ImportWorld();
    await expect(imported(world, file, said)).rejects.toMatchObject({ cause });
    expect([world.writes, world.mappings.size]).toEqual([0, 0]);
  });

  test('of two sources of one list is proposed for a file that has the columns of both', async () => {
    const world = new ImportWorld();
    for (const column of ['Mail', 'Kontakt'])
      await imported(world, `${column};${column}name\ninfo@post.example;Ada\n`, [
        { header: column, as: 'address' },
        { header: `${column}name`, as: 'attribute', meaning: 'firstName' },
      ]);
    const both = 'Mail;Kontakt;Mailname;Kontaktname\na@post.example;b@post.example;Ada;Bo\n';
    const look = await lookedAt(world, both, { list: 'garden' });
    expect(look.columns.filter(({ as }) => as === 'address')).toHaveLength(1);
    expect(look.columns.map(({ isRemembered }) => isRemembered)).toEqual([true, true, true, true]);
  });

  test('that cannot be kept takes nothing from an import that is written', async () => {
    const world = new ImportWorld();
    const ports = world.portsBehind(open);
    const mappings = { ...ports.mappings, keep: async () => Promise.reject(new Error('throttled')) };
    const request = {
      params: {},
      actor,
      origin: { ip: '', userAgent: '' },
      body: Buffer.from(file),
      making: makingOf('file'),
    };
    const query = ImportQuery.parse({ list: 'garden', mapping: JSON.stringify(mapping) });
    const report = await importProfiles({ ...ports, mappings })({ ...request, query });
    expect(report).toMatchObject({ accepted: 2, rejected: 0 });
  });

  test('comes as JSON in the query', () => {
    const parsed = (text: string) => ImportQuery.safeParse({ list: 'garden', mapping: text });
    expect(parsed(JSON.stringify(mapping)).data?.mapping).toEqual(mapping);
    for (const wrong of [
      '',
      '{',
      '{}',
      '[1]',
      '[{"header":"a","as":"king"}]',
      '[{"header":"a","as":"attribute","name":"constructor"}]',
      '[{"header":"a","as":"attribute","name":"email"}]',
    ])
      expect(parsed(wrong).success).toBe(false);
  });
});

test('whatever a mapping says, nobody who said no is ever taken for willing, and nothing breaks', async () => {
  const file = 'mail;a;b;opted_out\nines@post.example;1;yes;yes\nolaf@post.example;2;no;no\n';
  const entry = fc.record(
    {
      header: fc.constantFrom('mail', 'a', 'b'),
      as: fc.constantFrom(...mappedUses),
      name: fc.constantFrom('x', 'y', 'opted_out'),
      type: fc.constantFrom('text' as const, 'number' as const, 'date' as const, 'yesNo' as const),
    },
    { requiredKeys: ['header', 'as'] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 4 }), async (mapping) => {
      const world = new ImportWorld();
      const outcome: unknown = await world.send(Buffer.from(file), { mapping }).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome.name).toBe('Problem');
      for (const { address, optedOut } of world.profiles.values())
        if (address === 'ines@post.example') expect(optedOut).toBeDefined();
    }),
    { numRuns: 100 },
  );
});
