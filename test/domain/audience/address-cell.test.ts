import { expect, test } from '@jest/globals';
import { addressOf } from '../../../domain/audience/address-cell.ts';
import { ImportWorld } from './import-world.ts';

test.each([
  ['Ada Ulm <a@post.example>', 'a@post.example'],
  ['"Ulm, Ada" <a@post.example>', 'a@post.example'],
  ['a@shop.example <a@post.example>', 'a@post.example'],
  ['<a@post.example>', 'a@post.example'],
  ['mailto:a@post.example', 'a@post.example'],
  [' a@post.example\u200B', 'a@post.example'],
  ['\uFEFFa@post.example\u00A0', 'a@post.example'],
  ["'a@post.example'", 'a@post.example'],
  ['"a@post.example"', 'a@post.example'],
  ['„a@post.example“', 'a@post.example'],
  ['a@post.example;', 'a@post.example'],
  ['a@post.example.', 'a@post.example'],
  ['A+News@Post.example', 'A+News@Post.example'],
  ['"ada ulm"@post.example', '"ada ulm"@post.example'],
  ['jürgen@bücher.example', 'jürgen@bücher.example'],
  ['a@post.example, b@post.example', 'a@post.example, b@post.example'],
  ['Ada <a at post.example>', 'Ada <a at post.example>'],
  [`${' '.repeat(200_000)}x`, 'x'],
])('the address in %j', (cell, address) => {
  expect(addressOf(cell)).toBe(address);
});

test('a file of such cells is found, and several addresses in one are told, never stored as one', async () => {
  const world = new ImportWorld();
  const rows = [
    'E-Mail,Ort',
    'Ada Ulm <a@post.example>,Ulm',
    '"b@post.example, b2@post.example",Kiel',
    'c@post.example ::: c2@post.example,Bonn',
    '"Kiel, Bo <d@post.example>; E <e@post.example>",Kiel',
    'f@post.example/f2@post.example,Köln',
    '"g@post.example\ng2@post.example",Trier',
    'h@post.example; H@POST.example,Aalen',
  ];
  const report = await world.send(Buffer.from(rows.join('\n')));
  expect([...world.profiles.values()].map(({ address }) => address)).toEqual(['a@post.example']);
  expect(report.rejections.map(({ line, code, column }) => [line, code, column])).toEqual(
    [3, 4, 5, 6, 8, 9].map((line) => [line, 'severalAddresses', 'E-Mail']),
  );
  const named = await new ImportWorld().send(Buffer.from('Kontakt\nAda <a@post.example>\nBo <b@post.example>\n'));
  expect(named).toMatchObject({ accepted: 2, columns: [{ as: 'address' }] });
});
