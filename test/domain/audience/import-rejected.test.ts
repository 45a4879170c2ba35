import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { RejectionRow } from '../../../domain/audience/upload-api.ts';
import { csvAnswer } from '../../../lambdas/entry/csv-answer.ts';
import { now } from '../samples.ts';
import { ImportWorld } from './import-world.ts';
import { JobWorld } from './import-job-world.ts';

const rejectionsOf = async (file: string | Uint8Array) => {
  const { rejections } = await new ImportWorld().send(typeof file === 'string' ? Buffer.from(file) : file, {});
  return rejections.map(({ line, code, column, value }) => [line, code, column, value]);
};

describe('a rejected row says in which column it is, and what stands there', () => {
  test.each<[string, string, unknown[]]>([
    ['an id', 'p 2,ben@post.example,no,Kiel', ['id', 'ID', 'p 2']],
    ['an id twice', 'p1,ben@post.example,no,Kiel', ['repeated', 'ID', 'p1']],
    [
      'an address twice',
      ',ben@post.example,no,Kiel\n,BEN@post.example,no,Kiel',
      ['repeated', 'E-Mail', 'BEN@post.example'],
    ],
    ['a long address', `p2,${'b'.repeat(300)}@post.example,no,Kiel`, ['addressTooLong', 'E-Mail', 'b'.repeat(200)]],
    ['NUL', 'p2,ben@post.example,no,K\0iel', ['notText', 'Ort', 'K\0iel']],
    ['a row that is short', 'p2,ben@post.example', ['columns', undefined, 'p2 | ben@post.example']],
    [
      'a row that is long',
      'p2,b@post.example,no,Kiel,more',
      ['columns', undefined, 'p2 | b@post.example | no | Kiel | more'],
    ],
    ['a large cell', `p2,ben@post.example,no,${'K'.repeat(300_000)}`, ['tooLarge', 'Ort', 'K'.repeat(200)]],
    [
      'half a character',
      `p2,ben@post.example,no,${'K'.repeat(199)}\u{1f33b}${'K'.repeat(300_000)}`,
      ['tooLarge', 'Ort', 'K'.repeat(199)],
    ],
  ])('%s', async (_what, more, expected) => {
    const file = `ID,E-Mail,Abgemeldet,Ort\np1,anna@post.example,no,Ulm\n${more}\n`;
    expect((await rejectionsOf(file)).map(([, ...told]) => told)).toEqual([expected]);
  });

  test('a few bad bytes, and a quotation mark that took in the next row', async () => {
    const bad = Buffer.concat([
      Buffer.from(`email,city\n${'ä@post.example,Ulm\n'.repeat(20)}b@post.example,K`),
      Buffer.from([0xff, 0x0a]),
    ]);
    expect((await rejectionsOf(bad)).at(-1)).toEqual([22, 'badBytes', 'city', 'K\ufffd']);
    const open = 'email,city\na@post.example,"Ulm\nb@post.example,Kiel\nc@post.example,Bonn"\nd@post.example,Köln\n';
    expect(await rejectionsOf(open)).toMatchObject([[4, 'quoteOpen', 'city', expect.stringMatching(/^Ulm/)]]);
  });

  test('a person who was erased is found by the address; sent as fields, nothing is repeated', async () => {
    const world = new JobWorld();
    world.keep({ id: 'p2', address: '', lists: [], attributes: {}, importedAt: now, erasedAt: now });
    const id = await world.uploaded(
      Buffer.from('id,Mail\np1,anna@post.example\np2,ben@post.example\np 3,c@post.example\n'),
    );
    await world.start(id);
    await world.runMachine();
    expect(await world.rejections(id)).toMatchObject([
      { line: 4, code: 'id', column: 'id', value: 'p 3' },
      { line: 3, code: 'erased', column: 'Mail', value: 'ben@post.example' },
    ]);
  });
});

test('of a file that came in one request they are kept as those of an uploaded one; without one nothing is', async () => {
  const world = new JobWorld();
  const { id, rejections } = await world.import(['id,email', 'p1,anna@post.example', 'p 2,ben@post.example']);
  expect(rejections).toHaveLength(1);
  expect(await world.rejections(id ?? '')).toEqual(rejections);
  expect(await world.import(['id,email', 'p1,anna@post.example'])).toMatchObject({ id: null, rejections: [] });
  await expect(world.rejections('i99')).rejects.toMatchObject({ code: 'not-found' });
});

test('the file of rejected rows has each cell as it was, and nothing that a spreadsheet runs', () => {
  const texts = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '"', ';', ',', '\n', 'a', 'ß', '1') });
  fc.assert(
    fc.property(texts, (value) => {
      const page = { items: [{ line: 2, column: value, value, code: 'id', cause: 'x' }], cursor: null };
      const { body } = csvAnswer(RejectionRow, page, { headers: {} });
      const [, [line, column, told] = []] = parse(body);
      expect(line).toBe('2');
      expect(column).toBe(told);
      expect(told).toBe(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value);
    }),
    { numRuns: 200 },
  );
});

test('who asks for semicolons gets decimal commas with them, and no cell falls apart', () => {
  const Figures = z.object({ name: z.string(), sent: z.object({ percent: z.number() }) });
  const page = { items: [{ name: 'Ulm; "a", b', sent: { percent: 98.5 } }], cursor: null };
  const bodyFor = (accept: string): string => csvAnswer(Figures, page, { headers: { accept } }).body;
  expect(parse(bodyFor('text/csv; delimiter=semicolon'), { delimiter: ';' })).toEqual([
    ['name', 'sent.percent'],
    ['Ulm; "a", b', '98,5'],
  ]);
  expect(parse(bodyFor('text/csv'))).toEqual([
    ['name', 'sent.percent'],
    ['Ulm; "a", b', '98.5'],
  ]);
});

describe('a row that stands twice', () => {
  const saidIn = async (rows: readonly string[]) => {
    const world = new JobWorld();
    const id = await world.uploaded(Buffer.from(['id,Mail,opted_out,quarantined', ...rows].join('\n')));
    await world.start(id);
    await world.runMachine();
    const byRequest = new ImportWorld();
    const report = await byRequest.send(Buffer.from(['id,Mail,opted_out,quarantined', ...rows].join('\n')), {});
    const left = [world, byRequest].map(({ profiles, statuses }) => [
      ...[...profiles.values()].filter(({ optedOut }) => optedOut).map((profile) => profile.id),
      ...[...statuses.values()].filter(({ quarantine }) => quarantine).map(({ addressKey }) => addressKey),
    ]);
    expect(left[0]).toEqual(left[1]);
    const { accepted, rejected } = await world.view(id);
    expect([accepted, rejected]).toEqual([report.accepted, report.rejected]);
    return { left: left[0], rejected: report.rejections.map(({ line, code }) => [line, code]), accepted };
  };

  test('is rejected, and its no counts all the same', async () => {
    expect(
      await saidIn([
        'p1,a@post.example,no,no',
        'p1,a@post.example,yes,no',
        'p2,b@post.example,no,no',
        'p2,b@post.example,no,yes',
        'p3,c@post.example,yes,no',
        'p3,c@post.example,yes,no',
        'p4,d@post.example,yes,no',
        'p4,d@post.example,no,no',
        'p5,e@post.example,no,no',
        'p5,e@post.example,no,no',
      ]),
    ).toEqual({
      left: ['p1', 'p3', 'p4', 'b@post.example'],
      rejected: [3, 5, 7, 9, 11].map((line) => [line, 'repeated']),
      accepted: 5,
    });
  });

  test('without ids it is the address that stands twice, however it is written', async () => {
    const rows = [',a@post.example,no,no', ',A@Post.example,yes,no', ',b@post.example,no,no'];
    expect(await saidIn(rows)).toMatchObject({ left: [expect.any(String)], accepted: 2 });
  });
});

describe('a row that says no and is rejected', () => {
  const large = 'K'.repeat(300_000);

  test.each<[string, string, string, unknown[]]>([
    ['an id', 'p 2,ben@post.example,yes,Kiel', 'ben@post.example', ['id', 'ID', 'p 2']],
    ['NUL', 'p2,ben@post.example,yes,K\0iel', 'ben@post.example', ['notText', 'Ort', 'K\0iel']],
    ['a large cell', `p2,ben@post.example,yes,${large}`, 'ben@post.example', ['tooLarge', 'Ort', large.slice(0, 200)]],
    [
      'too much',
      `known,cy@post.example,yes,${large.slice(0, 150_000)}`,
      'cy@post.example',
      ['tooLarge', 'E-Mail', 'cy@post.example'],
    ],
    [
      'who was erased',
      'gone,dora@post.example,yes,Kiel',
      'dora@post.example',
      ['erased', 'E-Mail', 'dora@post.example'],
    ],
  ])('for %s is out all the same', async (_what, row, address, expected) => {
    const world = new ImportWorld();
    const known = { lists: [], importedAt: now, attributes: { street: large.slice(0, 150_000) } };
    world.keep({ ...known, id: 'known', address: 'cy@post.example' });
    world.keep({ ...known, id: 'gone', address: '', attributes: {}, erasedAt: now });
    const { rejections } = await world.send(
      Buffer.from(`ID,E-Mail,Abgemeldet,Ort\np1,anna@post.example,no,Ulm\n${row}\n`),
      {},
    );
    expect(rejections.map(({ code, column, value }) => [code, column, value])).toEqual([expected]);
    expect([world.addressesOut().has(address), world.feed.has(address)]).toEqual([true, true]);
    expect(world.profiles.has('p2')).toBe(false);
    expect(world.profiles.get('known')?.attributes).not.toHaveProperty('ort');
  });

  test('for a few bad bytes is out, unless they are in its address', async () => {
    const world = new ImportWorld();
    const good = Array.from({ length: 20 }, (_, row) => `g${row}@post.example,no,Köln\n`).join('');
    const bad = Buffer.from('ben@post.example,yes,K\xff\nc\xff@post.example,yes,Ulm\n', 'latin1');
    const file = Buffer.concat([Buffer.from(`E-Mail,Abgemeldet,Ort\n${good}`), bad]);
    const { rejections } = await world.send(file, {});
    expect(rejections.map(({ code, column }) => [code, column])).toEqual([
      ['badBytes', 'Ort'],
      ['badBytes', 'E-Mail'],
    ]);
    expect([...world.addressesOut()]).toEqual(['ben@post.example']);
  });
});

describe('a row that is rejected', () => {
  const header = 'id,email,opted_out,tracking_consent,note';
  type World = JobWorld | ImportWorld;

  /** By a request and by the job: what holds of whom, and what is told. One sign is one byte. */
  const saidBy = async (rows: readonly string[], before: readonly string[] = []) => {
    const file = Buffer.from([header, ...rows].join('\n'), 'latin1');
    const [world, byRequest] = [new JobWorld(), new ImportWorld()];
    for (const one of [world, byRequest]) if (before.length > 0) await one.import([header, ...before]);
    const id = await world.uploaded(file);
    await world.start(id);
    await world.runMachine();
    const { rejections } = await byRequest.send(file, {});
    const inJob = await world.rejections(id);
    expect(inJob.toSorted((one, other) => one.line - other.line)).toEqual(rejections);
    const saidIn = ({ optOuts, profiles }: World) => ({
      out: [...optOuts.keys()],
      refused: [...profiles.values()].filter(({ tracking }) => tracking?.choice === 'refused').map((one) => one.id),
      people: profiles.size,
    });
    expect(saidIn(world)).toEqual(saidIn(byRequest));
    return { ...saidIn(byRequest), told: rejections.map(({ code, column }) => [code, column]) };
  };

  const others = ['k2,b@post.example,no,,', 'k3,c@post.example,no,,Ã¤'];

  test.each([
    ['an id that is none', 'a b,a@post.example,yes,,', ['id', 'id']],
    ['a row that is too large', `k1,a@post.example,yes,,${'x'.repeat(300_000)}`, ['tooLarge', 'note']],
    ['NUL in another cell', 'k1,a@post.example,yes,,x\0', ['notText', 'note']],
    ['a byte that is no letter', 'k1,a@post.example,yes,,x\xff', ['badBytes', 'note']],
  ])('%s: its no to mails counts for the address', async (_what, row, told) => {
    expect(await saidBy([row, ...others])).toEqual({ out: ['a@post.example'], refused: [], people: 2, told: [told] });
  });

  test('and for the person of its id, with a no to tracking', async () => {
    const known = ['k1,old@post.example,no,yes,', ...others];
    const row = `k1,a@post.example,yes,no,${'x'.repeat(300_000)}`;
    const { out, refused } = await saidBy([row, ...others], known);
    expect([new Set(out), refused]).toEqual([new Set(['a@post.example', 'old@post.example']), ['k1']]);
  });

  test('because of what is known of its person says no all the same', async () => {
    const half = 'x'.repeat(200_000);
    const world = new ImportWorld();
    await world.import(['id,email,one', `k1,a@post.example,${half}`]);
    const { rejections } = await world.import(['id,email,two,opted_out', `k1,a@post.example,${half},yes`]);
    expect(rejections).toMatchObject([{ code: 'tooLarge' }]);
    expect(world.profiles.get('k1')?.optedOut).toBeDefined();
  });

  test('that repeats a person says no to tracking', async () => {
    const rows = ['k1,a@post.example,no,yes,', 'k1,a@post.example,no,no,', 'k2,b@post.example,no,no,'];
    const { refused, told } = await saidBy([...rows, 'k2,b@post.example,no,yes,']);
    expect({ refused, told: told.map(String) }).toEqual({
      refused: ['k1', 'k2'],
      told: ['repeated,id', 'repeated,id'],
    });
  });
});
