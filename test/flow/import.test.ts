import { beforeAll, expect, test } from '@jest/globals';
import { ImportReport } from '../../domain/prepare/api.ts';
import { ProfileDetail } from '../../domain/track/api.ts';
import { enter, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

test('a file as an older spreadsheet writes it: Windows-1252, semicolons, a line break in a cell, a row that is short', async () => {
  const csv = 'ID;E-Mail;Name\r\nold-1;juergen@reader.example;"Jürgen\r\nKöhler"\r\nold-2;lone@reader.example\r\n';
  const { url, token } = world.preparer;
  const answer = await fetch(`${url}/profiles/imports?list=spreadsheet`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: Buffer.from(csv, 'latin1'),
  });
  expect(ImportReport.parse(await answer.json())).toEqual({
    list: 'spreadsheet',
    encoding: 'windows-1252',
    delimiter: ';',
    rows: 2,
    accepted: 1,
    rejected: 1,
    rejections: [
      { line: 4, code: 'columns', facts: { columns: 2, header: 3 }, cause: 'has 2 columns, the header has 3' },
    ],
  });
  const { profile } = await world.preparer.get('/profiles/old-1', ProfileDetail);
  expect(profile.attributes).toEqual({ name: 'Jürgen\nKöhler' });
});
