import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvDelimiters } from '../../../domain/audience/csv-layout.ts';
import { readCsv } from '../../../lambdas/audience/read-csv.ts';

const tableIn = (file: Buffer) => {
  const { delimiter, header, lines } = readCsv(file, {});
  return { delimiter, rows: [header, ...lines.map(({ record }) => record)] };
};

const names = [
  'Ada Ulm',
  'Jürgen Groß',
  'Zoë',
  'Bo',
  '',
  '12,5',
  'a; b',
  'x | y',
  'https://x.example/?a=1&b=2',
  '10:30',
  '5" pipe',
  '~ 3',
  '2^8',
  'A+',
];

/** As a program writes it that quotes what needs it, or everything. */
const written = (cell: string, delimiter: string, quotesAll: boolean): string =>
  quotesAll || /["\n\r]/.test(cell) || cell.includes(delimiter) || (delimiter === '||' && cell.includes('|'))
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

const encodings = ['utf8', 'latin1', 'utf16le'] as const;

test('whatever sign stands between the cells, each value is the one that was written', () => {
  fc.assert(
    fc.property(
      fc.record({
        delimiter: fc.constantFrom(...csvDelimiters),
        cells: fc.array(fc.array(fc.constantFrom(...names), { minLength: 5, maxLength: 5 }), {
          minLength: 2,
          maxLength: 12,
        }),
        width: fc.integer({ min: 1, max: 5 }),
        place: fc.nat(5),
        ending: fc.constantFrom('\n', '\r\n', '\r'),
        encoding: fc.constantFrom(...encodings),
        quotesAll: fc.boolean(),
      }),
      ({ delimiter, cells, width, place, ending, encoding, quotesAll }) => {
        // In a code page they are letters of others, by which it is told.
        fc.pre(encoding !== 'latin1' || /^\p{ASCII}+$/u.test(delimiter));
        const header = Array.from({ length: width }, (_, column) => `col ${column + 1}`);
        const at = place % (width + 1);
        const rows = [header.toSpliced(at, 0, 'E-Mail')].concat(
          cells.map((row, line) => row.slice(0, width).toSpliced(at, 0, `p${line}@post.example`)),
        );
        const text = rows
          .map((row) => row.map((cell) => written(cell, delimiter, quotesAll)).join(delimiter))
          .join(ending);
        const file = Buffer.from((encoding === 'utf16le' ? '\uFEFF' : '') + text, encoding);
        expect(tableIn(file)).toEqual({ delimiter, rows });
      },
    ),
    { numRuns: 300 },
  );
});

describe('a sign that stands in texts is no delimiter', () => {
  test.each([
    ['E-Mail/Adresse\nada@post.example\nbo@post.example\n', ',', 1],
    ['E-Mail/Adresse\nada@post.example\n', ',', 1],
    ['email+\nada+news@post.example\nbo@post.example\ncy@post.example\n', ',', 1],
    ['email,note: long\nada@post.example,at 10:30\nbo@post.example,see: x\n', ',', 2],
    ['email;url\nada@post.example;https://x.example/?a=1\nbo@post.example;https://x.example/?a=2\n', ';', 2],
    ['email|middle||city\nada@post.example|x||Ulm\n', '|', 4],
  ])('%j', (file, delimiter, width) => {
    const table = tableIn(Buffer.from(file));
    expect([table.delimiter, table.rows[0]?.length]).toEqual([delimiter, width]);
  });
});

test.each(['^', '#', '~', '!'])('a name before an address is no part of it: %s', (delimiter) => {
  const file = ['name', 'mail'].join(delimiter);
  const rows = [`Ada${delimiter}a@post.example`, `Bo${delimiter}b@post.example`];
  expect(tableIn(Buffer.from(['Export of today', file, ...rows].join('\n'))).rows.slice(-2)).toEqual([
    ['Ada', 'a@post.example'],
    ['Bo', 'b@post.example'],
  ]);
});

test('what keeps a spreadsheet from reading a number is no part of the value', () => {
  const rows = [
    ['email', 'zip'],
    ['a@post.example', '01234'],
    ['b@post.example', '09 "x"'],
  ];
  for (const file of [
    'email,zip\n="a@post.example",="01234"\n="b@post.example",="09 ""x"""\n',
    'email,zip\n"=""a@post.example""","=""01234"""\nb@post.example,"=""09 """"x"""""""\n',
  ])
    expect(tableIn(Buffer.from(file)).rows).toEqual(rows);
});

describe('apostrophes around cells, as databases write them', () => {
  test.each([
    [',', `'email','name','note'\n'a@post.example','Ada','Ulm, old town'\n'b@post.example','O''Neil',NULL\n`],
    [';', `'email';'name';'note'\n'a@post.example';'Ada';'Ulm, old town'\n'b@post.example';'O''Neil';NULL\n`],
  ])('%s', (delimiter, text) => {
    expect(tableIn(Buffer.from(text))).toEqual({
      delimiter,
      rows: [
        ['email', 'name', 'note'],
        ['a@post.example', 'Ada', 'Ulm, old town'],
        ['b@post.example', "O'Neil", 'NULL'],
      ],
    });
  });

  test('in some cells they are letters', () => {
    const rows = [
      ['email', 'name'],
      ['a@post.example', "'t Hart"],
      ["'b'@post.example", "'Bo'"],
    ];
    expect(tableIn(Buffer.from(rows.map((row) => row.join(',')).join('\n'))).rows).toEqual(rows);
  });
});
