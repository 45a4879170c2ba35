import { beforeAll, expect, test } from '@jest/globals';
import { ImportReport } from '../../domain/audience/api.ts';
import { MAX_FILE_BYTES, ROWS_OF_A_CHUNK } from '../../domain/audience/import-limits.ts';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { ImportJobView, ImportUpload } from '../../domain/audience/upload-api.ts';
import { waitFor } from '../../local/demo/wait.ts';
import { enter, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

test('a file as an older spreadsheet writes it: Windows-1252, semicolons, a line break in a cell, a row that is short', async () => {
  const csv = 'ID;E-Mail;Name\r\nold-1;juergen@reader.example;"Jürgen\r\nKöhler"\r\nold-2\r\n';
  const { url, token } = world.preparer;
  const answer = await fetch(`${url}/profiles/imports?list=spreadsheet`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: Buffer.from(csv, 'latin1'),
  });
  expect(ImportReport.parse(await answer.json())).toEqual({
    id: expect.any(String),
    list: 'spreadsheet',
    encoding: 'windows-1252',
    delimiter: ';',
    sheet: null,
    columns: [
      { header: 'ID', as: 'id', name: 'id' },
      { header: 'E-Mail', as: 'address', name: 'e_mail' },
      { header: 'Name', as: 'attribute', name: 'name', type: 'text', meaning: 'fullName' },
    ],
    rows: 2,
    accepted: 1,
    rejected: 1,
    rejections: [
      {
        line: 4,
        code: 'columns',
        facts: { columns: 1, header: 3 },
        cause: 'has 1 columns, the header has 3',
        value: 'old-2',
      },
    ],
    unread: [],
  });
  const { profile } = await world.preparer.get('/profiles/old-1', ProfileDetail);
  expect(profile.attributes).toEqual({ name: 'Jürgen\nKöhler' });
});

const sent = async (bytes: Buffer<ArrayBuffer>, type: string): Promise<{ status: number; answer: unknown }> => {
  const { url, token } = world.preparer;
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  const answer = await fetch(`${url}/profiles/imports?list=refused`, { method: 'POST', headers, body: bytes });
  return { status: answer.status, answer: await answer.json() };
};

test('the same file as text has lost its letters on the way, and is refused with the way on', async () => {
  const { status, answer } = await sent(Buffer.from('email\njürgen@reader.example\n', 'latin1'), 'text/csv');
  expect([status, answer]).toEqual([400, expect.objectContaining({ cause: 'bytesLost' })]);
});

test('rows and columns that DynamoDB does not take are told, and keep nobody waiting', async () => {
  const rows = [
    'fr-1,fr.1@reader.example,McLaren,yes,a',
    `fr-2,${'x'.repeat(3000)}@reader.example,McLaren,yes,a`,
    `fr-3,fr.3@reader.example,McLaren,no,${'x'.repeat(410_000)}`,
  ];
  const csv = Buffer.from(['id,email,constructor,quarantined,note', ...rows].join('\n'));
  const { status, answer } = await sent(csv, 'application/octet-stream');
  const report = ImportReport.parse(answer);
  expect([status, report.accepted, report.rejections.map(({ code }) => code)]).toEqual([
    200,
    1,
    ['addressTooLong', 'tooLarge'],
  ]);
  const next = await sent(Buffer.from('email\nnext@reader.example\n'), 'application/octet-stream');
  expect(next.status).toBe(200);
});

test('a file that no request takes is uploaded and imported by the job, while a small one is imported', async () => {
  const { preparer } = world;
  // Two pieces of the job, and more bytes than a request takes.
  const note = 'x'.repeat(900);
  const rows = Array.from(
    { length: ROWS_OF_A_CHUNK + 100 },
    (_, row) => `large-${row},large.${row}@reader.example,${note}`,
  );
  const file = Buffer.from(['id,email,note', ...rows, 'large-7,again@reader.example,'].join('\r\n'));
  expect(file.length).toBeGreaterThan(MAX_FILE_BYTES);
  const announced = { list: 'large', fileName: 'large.csv', bytes: file.length };
  const upload = await preparer.post('/profiles/imports/uploads', announced, ImportUpload);
  for (const { url, start, bytes } of upload.missing) {
    // The address takes a part of its size only.
    const short = await fetch(url, { method: 'PUT', body: file.subarray(start, start + bytes - 1) });
    expect(short.status).toBe(403);
    const put = await fetch(url, { method: 'PUT', body: file.subarray(start, start + bytes) });
    expect(put.status).toBe(200);
  }
  const path = `/profiles/imports/${upload.id}`;
  expect((await preparer.get(`${path}/upload`, ImportUpload)).missing).toEqual([]);
  await preparer.post(`${path}/start?emptyCells=keep`, {}, ImportJobView);
  const small = await sent(Buffer.from('email\nmeanwhile@reader.example\n'), 'application/octet-stream');
  expect(small.status).toBe(200);
  const done = await waitFor('the import of the large file', async () => {
    const job = await preparer.get(path, ImportJobView);
    return ['reading', 'writing', 'settling'].includes(job.state) ? undefined : job;
  });
  expect(done).toMatchObject({
    state: 'done',
    rowsRead: rows.length + 1,
    accepted: rows.length,
    rejected: 1,
    problem: null,
  });
  const last = rows.length - 1;
  const { profile } = await preparer.get(`/profiles/large-${last}`, ProfileDetail);
  expect(profile).toMatchObject({ address: `large.${last}@reader.example`, lists: ['large'] });
});
