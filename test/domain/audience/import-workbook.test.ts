import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellText } from '../../../domain/audience/cell-text.ts';
import { ImportWorld } from './import-world.ts';
import { archive, inline, workbook } from './workbook.ts';

const header = `${inline('A1', 'E-Mail')}${inline('B1', 'Größe')}${inline('C1', 'Seit')}${inline('D1', 'VIP')}${inline('E1', 'Summe')}`;
const ines = `${inline('A2', 'ines@post.example')}<c r="B2"><v>1.7</v></c><c r="C2" s="1"><v>46451</v></c><c r="D2" t="b"><v>1</v></c><c r="E2"><f>1+2</f><v>3</v></c>`;
const olaf = `${inline('A3', 'olaf@post.example')}<c r="B3"><v>0.30000000000000004</v></c><c r="C3" s="2"><v>46451.354166666664</v></c><c r="D3" t="b"><v>0</v></c><c r="E3" t="str"><f>A3</f><v>Kiel &amp; Ulm</v></c>`;
const customers = { name: 'Kunden &amp; Co', rows: [header, ines, olaf] };
const old = { name: 'Alt', rows: [inline('A1', 'email'), inline('A2', 'old@post.example')] };

const sheetWith = (row: string) => workbook([{ name: 'S', rows: [`${header}</row>${row}<row>`] }]);

const sent = async (file: Uint8Array, sheet?: string) => {
  const world = new ImportWorld();
  const report = await world.send(file, sheet === undefined ? {} : { sheet });
  return { report, people: [...world.profiles.values()] };
};

describe('a workbook', () => {
  test('is read as the text that it shows', async () => {
    const { report, people } = await sent(workbook([customers, old]));
    expect(report).toMatchObject({ sheet: 'Kunden & Co', encoding: null, delimiter: null, accepted: 2 });
    expect(people.map(({ address, attributes }) => ({ address, ...attributes }))).toEqual([
      { address: 'ines@post.example', grosse: '1.7', seit: '2027-03-05', vip: 'TRUE', summe: '3' },
      { address: 'olaf@post.example', grosse: '0.3', seit: '2027-03-05 08:30:00', vip: 'FALSE', summe: 'Kiel & Ulm' },
    ]);
  });

  test('gives the sheet that is named, or the first that is shown', async () => {
    const hidden = { ...old, name: 'Hidden', isHidden: true };
    const named = await sent(workbook([customers, old]), 'Alt');
    const first = await sent(workbook([hidden, customers]));
    expect([named.people[0]?.address, first.report.sheet]).toEqual(['old@post.example', 'Kunden & Co']);
    await expect(sent(workbook([customers, hidden]), 'Nope')).rejects.toMatchObject({
      cause: 'sheetMissing',
      facts: { names: ['Kunden & Co'] },
    });
  });

  test('has titles and empty rows as a CSV file has them; lines are rows of the sheet', async () => {
    const rows = [
      '',
      inline('B2', 'Kundenliste'),
      '',
      `${inline('B4', 'email')}${inline('C4', 'id')}`,
      `${inline('B5', 'a@post.example')}${inline('C5', 'a b')}`,
      `${inline('B6', 'b@post.example')}${inline('C6', 'k2')}`,
    ];
    const { report, people } = await sent(workbook([{ name: 'S', rows }]));
    expect(people.map(({ id }) => id)).toEqual(['k2']);
    expect(report.rejections).toMatchObject([{ line: 5, code: 'id' }]);
  });
});

describe('what would take the memory of the machine is refused', () => {
  test.each([
    ['a part that unpacks to more than it says', workbook([customers], { 'xl/styles.xml': 10 }), 'workbookBroken'],
    ['a part that says less than nothing', workbook([customers], { 'xl/styles.xml': 0 }), 'workbookBroken'],
    ['parts of gigabytes', workbook([customers], { 'xl/styles.xml': 4_000_000_000 }), 'workbookTooLarge'],
    [
      'two cells far apart',
      workbook([{ name: 'S', rows: [header, '<c r="XFD1048576"><v>1</v></c>'] }]),
      'workbookTooLarge',
    ],
    ...[
      '<row r="99999999">',
      '<row r="1e9">',
      '<row\tr = "999999999">',
      '<row r="1"r="999999999">',
      '<row r="&#57;9999999">',
    ].map(
      (row) => [`a row far away, ${row}`, sheetWith(`${row}${inline('A9', 'x')}</row>`), 'workbookBroken'] as const,
    ),
    ...['AAAAAA1', 'zzzz1', '中中1', 'A99999999'].map(
      (cell) => [`a cell far away, ${cell}`, sheetWith(`<row>${inline(cell, 'x')}</row>`), 'workbookBroken'] as const,
    ),
    ['names of sheets without an end', archive([['xl/workbook.xml', '<sheet '.repeat(500_000)]]), 'workbookBroken'],
    [
      'the same part twice',
      archive([
        ['xl/workbook.xml', '<a/>'],
        ['xl/workbook.xml', '<a/>'],
      ]),
      'workbookBroken',
    ],
    ['no sheet at all', archive([['xl/workbook.xml', '<workbook/>']]), 'workbookBroken'],
  ])('%s', async (_, file, cause) => {
    await expect(sent(file)).rejects.toMatchObject({ cause });
  });

  test('and nothing that is cut or altered is ever a surprise', async () => {
    const whole = workbook([customers]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const file = isCut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!isCut) file[at] = byte;
        const outcome: unknown = await sent(file).catch((error: unknown) => error);
        expect(outcome instanceof Error ? outcome.name : 'Problem').toBe('Problem');
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  [1e21, '1000000000000000000000'],
  [491701234567, '491701234567'],
  [0.1 + 0.2, '0.3'],
  [-12.5, '-12.5'],
  [1e-7, '0.0000001'],
  [Number.NaN, ''],
  [true, 'TRUE'],
  [new Date('2027-03-05T00:00:00Z'), '2027-03-05'],
  [new Date('2027-03-05T08:29:59.999Z'), '2027-03-05 08:30:00'],
  [new Date('1899-12-31T08:30:00Z'), '08:30:00'],
  [null, ''],
])('the cell %j is the text %j', (value, text) => {
  expect(cellText(value)).toBe(text);
});
