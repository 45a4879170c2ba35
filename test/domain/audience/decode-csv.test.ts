import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCsv } from '../../../domain/audience/decode-csv.ts';

test('every text in UTF-8 comes back, with and without the mark', () => {
  fc.assert(
    fc.property(
      // Without U+0000, which no text has: beside it in turns, letters of ASCII are as well UTF-16.
      fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\uFEFF') && !text.includes('\0')),
      (text) => {
        const plain = new TextEncoder().encode(text);
        const marked = new TextEncoder().encode(`\uFEFF${text}`);
        expect(decodeCsv(plain)).toEqual({ text, encoding: 'utf-8', isDamaged: false });
        expect(decodeCsv(marked)).toEqual({ text, encoding: 'utf-8', isDamaged: false });
      },
    ),
  );
});

test.each(['ࠀ\0𐀀', 'email\na\0@post.example\n', 'a\0b,c\0d\n'])('a zero byte in it makes it no UTF-16: %j', (text) => {
  expect(decodeCsv(new TextEncoder().encode(text))).toMatchObject({ text, encoding: 'utf-8' });
});

test('what an older spreadsheet wrote is recognised and said', () => {
  // "Jürgen – 5 €" in Windows-1252.
  const bytes = Uint8Array.from([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80]);
  expect(decodeCsv(bytes)).toEqual({ text: 'Jürgen – 5 €', encoding: 'windows-1252', isDamaged: false });
});
