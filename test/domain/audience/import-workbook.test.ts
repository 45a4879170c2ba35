import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../../../domain/http/problem.ts';
import { cellText } from '../../../domain/audience/cell-text.ts';
import { readTable } from '../../../lambdas/audience/read-table.ts';
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

/** The first column is of addresses; what the first person has in the second one. */
const valueOf = async (cell: string, properties?: string) => {
  const rows = [`${inline('A1', 'E-Mail')}${inline('B1', 'x')}`, `${inline('A2', 'a@post.example')}${cell}`];
  const { people } = await sent(workbook([{ name: 'S', rows }], {}, properties));
  return people[0]?.attributes['x'];
};

describe('a cell is what the spreadsheet shows', () => {
  test.each([
    ['a number of five digits', '<c r="B2" s="3"><v>1067</v></c>', '01067'],
    ['one that is calculated', '<c r="B2" s="3" t="n"><f>A1</f><v>42</v></c>', '00042'],
    ['a telephone', '<c s="4" r="B2"><v>1701234567</v></c>', '01701234567'],
    ['an amount', '<c r="B2" s="5"><v>12.5</v></c>', '12.5'],
    ['no whole number', '<c r="B2" s="3"><v>1.5</v></c>', '1.5'],
    ['text that is marked as such', '<c r="B2" t="inlineStr"><is><t><![CDATA[A & <B>]]></t></is></c>', 'A & <B>'],
    ['an error', '<c r="B2" t="e"><f>X1</f><v>#REF!</v></c>', undefined],
  ])('%s', async (_what, cell, text) => {
    expect(await valueOf(cell)).toBe(text);
  });

  test.each(['1', 'true'])('a day of the calendar of 1904, date1904="%s"', async (said) => {
    const day = await valueOf('<c r="B2" s="1"><v>44989</v></c>', `<workbookPr date1904="${said}"/>`);
    expect(day).toBe('2027-03-05');
  });
});

describe('of opting out nothing is lost', () => {
  const names = `${inline('A1', 'E-Mail')}${inline('B1', 'Abgemeldet')}`;
  const rowOf = (at: number, cell: string) => `${inline(`A${at}`, `p${at}@post.example`)}${cell}`;
  const isOut = async (cells: readonly string[], tail = '') => {
    const rows = [names, ...cells.map((cell, index) => rowOf(index + 2, cell))];
    const { people } = await sent(workbook([{ name: 'S', rows, tail }]));
    return people.filter(({ optedOut }) => optedOut).map(({ address }) => address);
  };

  test('an error asks, as it does in a CSV file', async () => {
    const cells = ['<c r="B2" t="e"><f>X</f><v>#N/A</v></c>', inline('B3', 'ja')];
    await expect(isOut(cells)).rejects.toMatchObject({ cause: 'optOutUnclear' });
  });

  test.each(['<c r="B2"><f>IF(1,"ja")</f></c>', '<c r="B2" t="str"><f t="shared" si="0"/></c>'])(
    'a formula that was never calculated is told: %s',
    async (cell) => {
      await expect(isOut([cell])).rejects.toMatchObject({ cause: 'workbookUncalculated' });
    },
  );

  test('below a title of those who left nobody is taken for willing', async () => {
    const rows = [inline('A1', 'Abmeldungen'), '', inline('A3', 'E-Mail'), inline('A4', 'a@post.example')];
    await expect(sent(workbook([{ name: 'S', rows }]))).rejects.toMatchObject({ cause: 'peopleLeftBelow' });
  });

  test('people of a sheet that is called so are not taken for willing, unless the sheet is named', async () => {
    const rows = [inline('A1', 'E-Mail'), inline('A2', 'a@post.example')];
    const left = { name: 'Abgemeldet', rows };
    const words = { name: 'Info', rows: [inline('A1', 'Hallo'), inline('A2', 'x')] };
    await expect(sent(workbook([left]))).rejects.toMatchObject({ cause: 'sheetOfLeft', facts: { name: 'Abgemeldet' } });
    const { report } = await sent(workbook([words, left, { name: 'Aktiv', rows }]));
    expect([report.sheet, (await sent(workbook([left]), 'Abgemeldet')).report.accepted]).toEqual(['Aktiv', 1]);
  });

  test('what stands in merged cells is said of each row', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    const out = await isOut([inline('B2', 'ja'), '', inline('B4', 'nein')], merged);
    expect(out).toEqual(['p2@post.example', 'p3@post.example']);
  });
});

test.each(['&#x110000;', '&#99999999999;', '&#xFFFFFFFFFFFFFFFF;'])(
  'a name of a sheet with a character that is none, %s, keeps nobody from importing it',
  async (reference) => {
    const { people } = await sent(workbook([{ ...old, name: `Neu ${reference}` }])).catch((error: unknown) => {
      if (error instanceof Problem) return { people: ['refused in words'] };
      throw error;
    });
    expect(people).toHaveLength(1);
  },
);

test('rows that the spreadsheet hides, as a filter does, are read and told', async () => {
  const hidden = `</row><row r="3" hidden="1">${inline('A3', 'b@post.example')}</row><row hidden="true" r="4">`;
  const rows = [inline('A1', 'E-Mail'), `${inline('A2', 'a@post.example')}${hidden}`];
  const { hiddenRows, lines } = await readTable(workbook([{ name: 'S', rows }]), {});
  expect([hiddenRows, lines.length]).toEqual([1, 2]);
});

describe('the table is found', () => {
  const rows = [inline('A1', 'E-Mail'), inline('A2', 'a@post.example')];

  test.each([
    [
      'behind a chart',
      [
        { name: 'C', rows: [], isChart: true },
        { name: 'S', rows },
      ],
    ],
    [
      'behind an empty sheet',
      [
        { name: 'Tabelle1', rows: [] },
        { name: 'S', rows },
      ],
    ],
    [
      'behind a sheet of words',
      [
        { name: 'Lies mich', rows: [inline('A1', 'So geht es'), inline('A2', 'x')] },
        { name: 'S', rows },
      ],
    ],
    ['though its measures are none', [{ name: 'S', rows, head: '<dimension ref="A:B"/>' }]],
    [
      'though its cells name no place',
      [
        {
          name: 'S',
          rows: ['', `<c t="str"><v>E-Mail</v></c>`, `<c/></row><row><c t="str"><v>a@post.example</v></c>`],
        },
      ],
    ],
    [
      'though empty cells far away have a format',
      [{ name: 'S', rows: [...rows, '</row><row r="1048576"><c r="XFD1048576" s="1"/><c r="XFE1048576" s="1"></c>'] }],
    ],
    [
      'below a header of two rows',
      [
        {
          name: 'S',
          rows: [
            `${inline('A1', 'E-Mail')}${inline('B1', 'Name')}`,
            inline('B2', 'Vorname'),
            `${inline('A3', 'a@post.example')}${inline('B3', 'Ada')}`,
          ],
          tail: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
        },
      ],
    ],
  ])('%s', async (_where, sheets) => {
    const { report, people } = await sent(workbook(sheets));
    expect([report.sheet, report.accepted, people[0]?.address]).toEqual(['S', 1, 'a@post.example']);
  });

  test('an address that is linked to stands for the words that are shown, in a column of addresses', async () => {
    const shown = [
      `${inline('A1', 'E-Mail')}${inline('B1', 'Name')}`,
      ...[2, 3, 4].map(
        (at) => `${inline(`A${at}`, at === 3 ? 'own@post.example' : 'Ada schreiben')}${inline(`B${at}`, 'Ada')}`,
      ),
    ];
    const formula = '<c r="A5" t="str"><f>HYPERLINK(&quot;mailto:d@post.example&quot;,B5)</f><v>Cia</v></c>';
    const tail =
      '<hyperlinks><hyperlink ref="A2" r:id="rId1"/><hyperlink ref="A3" r:id="rId1"/><hyperlink r:id="rId2" ref="A4:A4"/><hyperlink ref="B2" r:id="rId1"/></hyperlinks>';
    const links = ['mailto:a@post.example', 'mailto:b%2Bc@post.example?subject=Hallo'];
    const { people } = await sent(workbook([{ name: 'S', rows: [...shown, formula], tail, links }]));
    expect(people.map(({ address, attributes }) => [address, attributes['name']])).toEqual([
      ['a@post.example', 'Ada'],
      ['own@post.example', 'Ada'],
      ['b+c@post.example', 'Ada'],
      ['d@post.example', ''],
    ]);
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
