import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IdSet } from '../../../domain/audience/id-set.ts';
import { SeenRows } from '../../../domain/audience/seen-rows.ts';
import { columnsOf } from '../../../domain/audience/import-columns.ts';
import { readCsv, type Line } from '../../../lambdas/audience/read-csv.ts';
import { readStream } from '../../../lambdas/audience/read-stream.ts';

const inPieces = (bytes: Buffer, size: number) =>
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };

/** A table, or the cause why there is none. */
const streamed = async (bytes: Buffer, size: number) => {
  try {
    const source = await readStream(inPieces(bytes, size), undefined);
    const lines: Line[] = [];
    // The second time says the same as the first.
    for (let time = 0; time < 2; time += 1) {
      lines.length = 0;
      for await (const batch of source.batches()) lines.push(...batch);
    }
    const { header, headerLine, encoding, delimiter } = source;
    return { header, headerLine, encoding, delimiter, isDamaged: source.isDamaged(), lines };
  } catch (error) {
    return { cause: (error as Error).cause };
  }
};

const atOnce = (bytes: Buffer) => {
  try {
    const { header, headerLine, encoding, delimiter, isDamaged, lines } = readCsv(bytes, {});
    return { header, headerLine, encoding, delimiter, isDamaged, lines };
  } catch (error) {
    return { cause: (error as Error).cause };
  }
};

const cell = fc.constantFrom(
  'Jürgen',
  'Zoë Müßig',
  'a; b',
  'say "hi"',
  'two\nlines',
  '5" pipe',
  '',
  ' x ',
  'Łódź',
  '漢字 😀',
);
const quoted = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test('a file that is read in pieces of any size is the table that it is as a whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 15 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'),
      fc.constantFrom('', 'sep=;', 'Export of today', '"unclosed'),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      // oxlint-disable-next-line max-params -- one for each thing that differs
      async (rows, ending, encoding, before, size, isBroken) => {
        const table = rows.map(([name, city], row) => `p${row}@post.example;${quoted(name)};${quoted(city)}`);
        const text = [...(before ? [before] : []), 'email;name;city', ...table].join(ending);
        const mark = encoding === 'utf16le' ? '\ufeff' : '';
        const whole = Buffer.from(mark + text, encoding);
        const bytes = isBroken ? Buffer.concat([whole, Buffer.from([0x0a, 0xfe, 0x3b, 0x22])]) : whole;
        const [one, other] = [await streamed(bytes, size), atOnce(bytes)];
        expect(one).toEqual(other);
      },
    ),
    { numRuns: 200 },
  );
});

test('letters that come after a megabyte of plain ones say how the file is written', async () => {
  const plain = 'p@post.example,Ada,Bonn\n'.repeat(60_000);
  const names = 'q@post.example,Jürgen Müller,Köln für Frühstück\n'.repeat(50);
  const bytes = Buffer.from(`email,name,city\n${plain}${names}`, 'latin1');
  expect(await streamed(bytes, 100_000)).toMatchObject({ encoding: 'windows-1252', isDamaged: false });
});

test('a quotation mark that is open ends the reading where a file of one request would end', async () => {
  const bytes = Buffer.from(`email,name\na@post.example,Ada\nb@post.example,"Bob${'x'.repeat(5_000_000)}`);
  let read = 0;
  const pieces = async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let time = 0; ; time += 1) {
      read += 1;
      yield time === 0 ? bytes : Buffer.alloc(100_000, 'y');
    }
  };
  const reading = async (): Promise<void> => {
    const source = await readStream(pieces, 'utf-8');
    for await (const lines of source.batches()) expect(lines.length).toBeLessThan(3);
  };
  await expect(reading()).rejects.toMatchObject({ cause: 'csvUnreadable', message: expect.stringContaining('line 3') });
  expect(read).toBeLessThan(20);
});

test('ids that were there are found, and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3000 }), (texts) => {
      const [set, known] = [new IdSet(), new Set<string>()];
      for (const text of texts) {
        expect(set.has(text)).toBe(known.has(text));
        set.add(text);
        known.add(text);
      }
      expect(set.size).toBe(known.size);
    }),
    { numRuns: 20 },
  );
});

test('a hundred thousand ids and as many others', () => {
  const set = new IdSet();
  for (let id = 0; id < 100_000; id += 1) set.add(`p${id}`);
  let known = 0;
  for (let id = 0; id < 200_000; id += 1) known += set.has(`p${id}`) ? 1 : 0;
  expect(known).toBe(100_000);
});

test('what columns are does not depend on how many other texts stand above a cell that tells', () => {
  const tells = fc.constantFrom('unsubscribed', 'opted out', 'yes', 'no', 'maybe', '2026-01-02', 'cleaned', '', '3');
  const header = fc.constantFrom('note', 'status', 'opt_in', 'newsletter_abmeldung', 'quarantined', 'opted_out');
  const understood = (name: string, cells: readonly string[]) => {
    try {
      const seen = SeenRows.of(
        2,
        cells.map((text, row) => [`p${row}@post.example`, text]),
      );
      const { optedOut, quarantined } = columnsOf(['email', name], seen);
      return { optedOut: optedOut.length, quarantined: quarantined.length };
    } catch (error) {
      return (error as Error).cause;
    }
  };
  const many = Array.from({ length: 10_000 }, (_, row) => `https://shop.example/${row}`);
  fc.assert(
    fc.property(header, fc.array(tells, { minLength: 1, maxLength: 4 }), (name, cells) => {
      expect(understood(name, [...many, ...cells])).toEqual(understood(name, [...many.slice(0, 10), ...cells]));
    }),
    { numRuns: 40 },
  );
});
