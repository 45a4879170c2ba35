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

const utf32 = (text: string, isLittle: boolean, isMarked: boolean): Uint8Array => {
  const points = Array.from(isMarked ? `\uFEFF${text}` : text, (sign) => sign.codePointAt(0) ?? 0);
  const bytes = new DataView(new ArrayBuffer(points.length * 4));
  points.forEach((point, index) => bytes.setUint32(index * 4, point, isLittle));
  return new Uint8Array(bytes.buffer);
};

test('UTF-32, which no browser and no spreadsheet reads, is named and refused, with a mark or without', () => {
  const row = fc.tuple(
    fc.emailAddress(),
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.boolean(), fc.boolean(), (rows, isLittle, isMarked) => {
      const bytes = utf32(`email,name\n${rows.map((cells) => cells.join(',')).join('\n')}`, isLittle, isMarked);
      for (const asked of [undefined, 'utf-8', 'utf-16le', 'windows-1252'] as const)
        for (const length of [bytes.length, 64])
          expect(() => decodeCsv(bytes.subarray(0, length), asked, true)).toThrow(/UTF-32/);
    }),
  );
});

test('a text with zero bytes or letters beyond the first plane is no UTF-32', () => {
  for (const text of ['𐀀,𐀁\n', 'a\0\0\0b,c@d\n', '\0\0\0\0'])
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')])
      expect(() => {
        try {
          decodeCsv(bytes);
        } catch (error) {
          if (/UTF-32/.test(String(error))) throw error;
        }
      }).not.toThrow();
});
