import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCsv } from '../../../domain/audience/decode-csv.ts';

test('every text in UTF-8 comes back, with and without the mark', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\uFEFF')),
      (text) => {
        const plain = new TextEncoder().encode(text);
        const marked = new TextEncoder().encode(`\uFEFF${text}`);
        expect(decodeCsv(plain)).toEqual({ text, encoding: 'utf-8', isDamaged: false });
        expect(decodeCsv(marked)).toEqual({ text, encoding: 'utf-8', isDamaged: false });
      },
    ),
  );
});

test('what an older spreadsheet wrote is recognised and said', () => {
  // "Jürgen – 5 €" in Windows-1252.
  const bytes = Uint8Array.from([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80]);
  expect(decodeCsv(bytes)).toEqual({ text: 'Jürgen – 5 €', encoding: 'windows-1252', isDamaged: false });
});
