import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_FILE_BYTES } from '../../../domain/audience/import-limits.ts';
import { PART_BYTES } from '../../../domain/audience/upload-parts.ts';
import { endImports } from '../../../lambdas/audience/end-imports.ts';
import { JobWorld } from './import-job-world.ts';
import { type Gate } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';
import { inline, workbook } from './workbook.ts';

/** More than one chunk, and more bytes than one request takes. */
const ROWS = 5100;
const WIDE = 'x'.repeat(900);

const lines = (city: string, rows = ROWS, more: readonly string[] = []): Buffer =>
  Buffer.from(
    [
      'id,email,city,note',
      ...Array.from({ length: rows }, (_, row) => `p${row},p${row}@post.example,${city},${WIDE}`),
      ...more,
    ].join('\n'),
  );

/** As many bytes in few rows. */
const longLines = (): Buffer => Buffer.from(lines('Aachen', 60).toString().replaceAll(WIDE, 'x'.repeat(80_000)));

const citiesOf = ({ profiles }: ImportWorld): Set<string | undefined> =>
  new Set([...profiles.values()].map(({ attributes }) => attributes['city']));

describe('a workbook that no request takes', () => {
  const noise = (): string => randomBytes(90_000).toString('base64');
  const rows = Array.from(
    { length: 60 },
    (_, row) =>
      `${inline(`A${row + 2}`, `p${row}@post.example`)}${inline(`B${row + 2}`, noise())}${inline(`C${row + 2}`, row === 59 ? 'nein' : 'ja')}`,
  );
  const header = `${inline('A1', 'E-Mail')}${inline('B1', 'Note')}${inline('C1', 'Newsletter')}`;
  const other = { name: 'Other', rows: [inline('A1', 'Mail'), inline('A2', 'other@post.example')] };
  const file = workbook([{ name: 'S', rows: [header, ...rows] }, other]);
  const newsletter = { header: 'Newsletter', as: 'optedIn' as const };

  test('is uploaded, looked at, and imported with what was corrected', async () => {
    expect(file.length).toBeGreaterThan(MAX_FILE_BYTES);
    const world = new JobWorld();
    const id = await world.uploaded(file);
    const look = await world.look(id);
    expect(look).toMatchObject({ sheet: 'S', sheets: ['S', 'Other'], delimiter: null, rowsSeen: 60 });
    expect(look.columns.map(({ as }) => as)).toEqual(['address', 'attribute', 'unclear']);
    expect(look.rows[0]?.[0]).toBe('p0@post.example');
    // Whoever comes back to it has nothing to send again.
    expect(await world.missing(id)).toEqual([]);
    expect((await world.look(id, 'Other')).rows).toEqual([['other@post.example']]);
    await expect(world.look(id, 'None')).rejects.toMatchObject({ cause: 'sheetMissing' });
    await world.start(id, { mapping: [newsletter] });
    await expect(world.look(id)).rejects.toMatchObject({ cause: 'importMovedOn' });
    await world.runMachine();
    expect(await world.view(id)).toMatchObject({ state: 'done', accepted: 60, report: { sheet: 'S' } });
    const left = [...world.profiles.values()].filter(({ optedOut }) => optedOut);
    expect(left.map(({ address }) => address)).toEqual(['p59@post.example']);
  });

  test('is looked at again after a refusal, before it is complete not at all', async () => {
    const world = new JobWorld();
    const id = await world.uploaded(file);
    await world.start(id);
    await world.runMachine();
    expect(await world.view(id)).toMatchObject({ state: 'refused', problem: { cause: 'optOutUnclear' } });
    expect((await world.look(id)).rowsSeen).toBe(60);
    const begun = await world.uploaded(file.subarray(0, 100), 'garden', file.length);
    await expect(world.look(begun)).rejects.toMatchObject({ cause: 'partsMissing' });
  });
});

test('of a large CSV file the first rows are looked at', async () => {
  const world = new JobWorld();
  const look = await world.look(await world.uploaded(longLines()));
  expect(look.columns.map(({ as, name }) => [as, name])).toEqual([
    ['id', 'id'],
    ['address', 'email'],
    ['attribute', 'city'],
    ['attribute', 'note'],
  ]);
});

describe('a file that no request takes', () => {
  test('is uploaded, read as a stream, written chunk by chunk, and counts as a whole', async () => {
    const world = new JobWorld();
    const id = await world.uploaded(
      lines('Aachen', ROWS, [
        'p7,again@post.example,Bonn,',
        'bad id!,b@post.example,Bonn,',
        'q,q@post.example,Bonn,,more',
      ]),
    );
    expect(await world.view(id)).toMatchObject({ state: 'uploading', rowsRead: 0, percent: null });
    expect(await world.start(id)).toMatchObject({ state: 'reading' });
    await world.runMachine();
    expect(world.profiles.size).toBe(ROWS);
    expect(await world.view(id)).toMatchObject({
      state: 'done',
      rowsRead: ROWS + 3,
      accepted: ROWS,
      rejected: 3,
      written: ROWS,
      problem: null,
      report: { encoding: 'utf-8', delimiter: ',', rejectedBy: { repeated: 1, id: 1, columns: 1 } },
    });
    expect((await world.rejections(id)).map(({ line, code }) => [line, code])).toEqual([
      [ROWS + 2, 'repeated'],
      [ROWS + 3, 'id'],
      [ROWS + 4, 'columns'],
    ]);
    expect(world.lists.get('garden')?.profiles).toBe(ROWS);
    expect(world.givenUp.size).toBe(0);
  });

  test('parts that are missing, or have another size, are told; sent, the import begins', async () => {
    const world = new JobWorld();
    const file = lines('Aachen', 12_000);
    const id = await world.uploaded(file);
    world.put(id, 2, file.subarray(0, 10));
    expect(await world.missing(id)).toEqual([2]);
    await expect(world.start(id)).rejects.toMatchObject({
      code: 'conflict',
      cause: 'partsMissing',
      facts: { parts: [2] },
    });
    world.put(id, 2, file.subarray(PART_BYTES, 2 * PART_BYTES));
    expect(await world.missing(id)).toEqual([]);
    expect(await world.start(id)).toMatchObject({ state: 'reading' });
    // Pressed twice.
    expect(await world.start(id)).toMatchObject({ state: 'reading' });
    expect(new Set(world.started.map(({ attempt }) => attempt))).toEqual(new Set([1]));
  });

  test('too large a file is told before a byte of it is sent', async () => {
    const world = new JobWorld();
    await expect(world.uploaded(Buffer.alloc(0), 'garden', 1_000_000_001)).rejects.toMatchObject({
      cause: 'fileTooLarge',
    });
  });

  test('a part that is lost with its upload is told as such', async () => {
    const world = new JobWorld();
    const id = await world.uploaded(lines('Aachen', 10));
    world.parts.clear();
    await expect(world.missing(id)).rejects.toMatchObject({ cause: 'uploadGone' });
    await expect(world.start(id)).rejects.toMatchObject({ cause: 'uploadGone' });
  });
});

describe('what has to be known over the whole file', () => {
  test('ids of other people, chunks apart, are refused before anything is written; whoever means it starts again', async () => {
    const world = new JobWorld();
    await world.import(['id,email', ...Array.from({ length: 300 }, (_, row) => `p${row},p${row}@post.example`)]);
    const rows = Array.from({ length: ROWS }, (_, row) => `p${ROWS - row},other${row}@post.example,Bonn,${WIDE}`);
    const { writes } = world;
    const id = await world.uploaded(Buffer.from(['id,email,city,note', ...rows].join('\n')));
    await world.start(id, { emptyCells: 'keep' });
    await world.runMachine();
    expect(world.writes).toBe(writes);
    expect(await world.view(id)).toMatchObject({
      state: 'refused',
      problem: { cause: 'idsOfOthers', facts: { changed: 299 } },
    });
    await world.start(id, { changedAddresses: 299 });
    expect(world.jobs.get(id)?.with).toMatchObject({ changedAddresses: 299, emptyCells: 'keep' });
    await world.runMachine();
    expect(await world.view(id)).toMatchObject({ state: 'done', accepted: ROWS, problem: null });
  });

  test.each([
    ['a quotation mark is open', 'csvUnreadable', (): Buffer => Buffer.concat([longLines(), Buffer.from('\n"')])],
    ['no address', 'noValidAddress', (): Buffer => Buffer.from(longLines().toString().replaceAll('@', ' at '))],
    [
      'an archive',
      'workbookTooLarge',
      (): Buffer => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(25_000_000)]),
    ],
    [
      'another archive',
      'fileIsNoTable',
      (): Buffer => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5_000_000)]),
    ],
    ['a PDF', 'fileIsNoTable', (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(5_000_000)])],
  ])('%s', async (_, cause, file) => {
    const world = new JobWorld();
    const id = await world.uploaded(file());
    await world.start(id);
    await world.runMachine();
    expect(await world.view(id)).toMatchObject({ state: 'refused', problem: { cause } });
    expect([world.profiles.size, world.snapshot.seq, world.givenUp.size]).toEqual([0, 0, 0]);
  });
});

test('the same file says the same by a request and by the job, however its lines end and its letters are written', async () => {
  const cell = fc.constantFrom('Jürgen', 'a, b', '"quoted" one', 'two\nlines', '', ' x ', 'Zoë', 'ß€', '5" pipe');
  const row = fc.record({ key: fc.nat(5), cells: fc.tuple(cell, cell), width: fc.constantFrom(2, 2, 2, 1, 3) });
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom('utf8', 'utf16le', 'latin1'),
      async (rows, ending, encoding) => {
        const text = [
          'email,name,city',
          ...rows.map(({ key, cells: [name, city], width }) =>
            [`p${key}@post.example`, quoted(name), quoted(city), 'beyond'].slice(0, width + 1).join(','),
          ),
        ].join(ending);
        const bytes = Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding as BufferEncoding);
        const small = new ImportWorld();
        const large = new JobWorld();
        const report = await small.send(bytes).catch((error: unknown) => error);
        const id = await large.uploaded(bytes);
        await large.start(id);
        await large.runMachine();
        const view = await large.view(id);
        if (report instanceof Error) expect(view.problem).toMatchObject({ cause: report.cause });
        else expect(report).toMatchObject({ accepted: view.accepted, rejected: view.rejected });
        expect(large.profiles).toEqual(small.profiles);
      },
    ),
    { numRuns: 60 },
  );
});

/** A Lambda that dies at its n-th call of a port, counted over all of them, and so many times. */
const dying = (call: number, times: number): Gate => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls >= call && calls < call + times) throw new Error('the Lambda died');
  };
};

describe('a job that dies', () => {
  const file = lines('Berlin', 300);

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 50, 200, 310, 311, 312, 313, 314, 315, 316])(
    'at call %i once, goes on from there and counts once',
    async (call) => {
      const world = new JobWorld();
      const id = await world.uploaded(file);
      await world.start(id);
      const gate = dying(call, 1);
      await world.runMachine(() => world.ports(gate));
      expect(await world.view(id)).toMatchObject({ state: 'done', accepted: 300 });
      expect(citiesOf(world)).toEqual(new Set(['Berlin']));
      expect([world.snapshot.seq, world.snapshot.uncommitted, world.givenUp.size]).toEqual([1, [], 0]);
    },
  );

  test.each([1, 2, 3, 4, 5, 6, 50, 200])(
    'at call %i for good, is given up and says so; the old state stands, and the next start goes through',
    async (call) => {
      const world = new JobWorld();
      await world.import(['id,email,city', 'p7,p7@post.example,Aachen']);
      const id = await world.uploaded(file);
      await world.start(id);
      const gate = dying(call, 100_000);
      await world.runMachine(() => world.ports(gate)).catch(() => undefined);
      // The hourly repair, or the machine itself.
      world.at += 3_600_000;
      await endImports(world.ports());
      expect(await world.view(id)).toMatchObject({ state: 'failed', problem: { cause: 'importGivenUp' } });
      expect(citiesOf(world)).toEqual(new Set(['Aachen']));
      await world.start(id);
      await world.runMachine();
      expect(await world.view(id)).toMatchObject({ state: 'done', accepted: 300 });
      expect(citiesOf(world)).toEqual(new Set(['Berlin']));
    },
  );

  test('is left alone by the hourly repair as long as its workers are at it, however long that is', async () => {
    const world = new JobWorld();
    const id = await world.uploaded(file);
    await world.start(id);
    let calls = 0;
    const slow: Gate = async () => {
      calls += 1;
      world.at += 60_000;
      if (calls % 5 === 0) await endImports(world.ports());
    };
    await world.runMachine(() => world.ports(async () => {}, slow));
    expect(await world.view(id)).toMatchObject({ state: 'done', accepted: 300 });
  });
});

describe('cancelled', () => {
  const file = lines('Berlin', 300);

  test('at any moment, an import is told as cancelled and never counts, or counts and says so', async () => {
    const outcomes = new Set<string>();
    for (let when = 1; when < 330; when += when < 12 || when > 305 ? 1 : 60) {
      const world = new JobWorld();
      const id = await world.uploaded(file);
      await world.start(id);
      let calls = 0;
      let told: unknown;
      const gate: Gate = async () => {
        calls += 1;
        if (calls === when)
          told = await world.cancel(id).then(
            ({ state }) => state,
            (error: { cause: unknown }) => error.cause,
          );
      };
      await world.runMachine(() => world.ports(gate));
      const { state } = await world.view(id);
      outcomes.add(`${String(told)} ${state}`);
      expect(world.profiles.size).toBe(state === 'done' ? 300 : 0);
      expect(world.givenUp.size).toBe(0);
    }
    expect([...outcomes].toSorted()).toEqual(['cancelled cancelled', 'importMovedOn done', 'undefined done']);
  });

  test('before it is complete, its parts go', async () => {
    const world = new JobWorld();
    const id = await world.uploaded(file);
    expect(await world.cancel(id)).toMatchObject({ state: 'cancelled' });
    expect(world.parts.size).toBe(0);
    expect(await world.cancel(id)).toMatchObject({ state: 'cancelled' });
    await expect(world.start(id)).rejects.toMatchObject({ cause: 'importMovedOn' });
  });
});
