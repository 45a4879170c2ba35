import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attachmentType, isAsNamed, nameFault, takenEndings } from '../../../domain/model/attachment-kind.ts';
import { inMessage } from '../../../domain/model/attached-bytes.ts';
import { MOST_ATTACHED_BYTES, wrongAttachments } from '../../../domain/model/attachment.ts';
import { refusedEndings } from '../../../domain/model/refused-endings.ts';
import { CONTENT_BYTES } from '../../../domain/write/campaign-size.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const named = (name: string, bytes = 10) => ({
  name,
  type: attachmentType(name) ?? 'text/plain',
  bytes,
  sha256: 'a'.repeat(64),
});

describe('the name of an attachment', () => {
  test.each([
    ['Programm Frühjahr.pdf', undefined],
    ['برنامه\u200Cها.pdf', undefined],
    ['v1.2 report.pdf', undefined],
    ['REPORT.PDF', undefined],
    ['', 'kind'],
    ['readme', 'kind'],
    ['setup.exe', 'kind'],
    ['page.html', 'kind'],
    ['macros.docm', 'kind'],
    ['archive.zip', 'kind'],
    ['invoice.exe.pdf', 'hiddenEnding'],
    ['invoice.JS.pdf', 'hiddenEnding'],
    ['invoice\u202Efdp.txt', 'name'],
    ['a\u0000.pdf', 'name'],
    ['a\r\nBcc: x.pdf', 'name'],
    ['../../etc.pdf', 'name'],
    ['C:\\a.pdf', 'name'],
    ['.pdf', 'name'],
    [' a.pdf', 'name'],
    ['a.pdf ', 'name'],
    ['a\uD800.pdf', 'name'],
    ['u\u0308.pdf', 'name'],
    [`${'ü'.repeat(126)}.pdf`, 'name'],
    ['constructor', 'kind'],
    ['a.constructor', 'kind'],
  ])('%j: %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault);
  });

  test('is never one that SES refuses', () => {
    expect(takenEndings.filter((ending) => refusedEndings.has(ending))).toEqual([]);
  });

  test('that is taken is one line without a path, whatever it is', () => {
    const pieces = fc.constantFrom(
      'a',
      'ä',
      '.',
      '..',
      '/',
      '\\',
      '\n',
      '\u202E',
      '\u0000',
      'exe',
      'pdf',
      ' ',
      '"',
      '💌',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), fc.constantFrom('.pdf', '.txt', '.exe', ''), (some, ending) => {
        const name = some.join('') + ending;
        if (nameFault(name) !== undefined) return;
        expect(name).not.toMatch(/[/\\"\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(
          name
            .split('.')
            .slice(1)
            .filter((part) => refusedEndings.has(part)),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['a.pdf', '%PDF-1.7\n', true],
  ['a.pdf', 'MZ\u0090', false],
  ['a.docx', 'PK\u0003\u0004', true],
  ['a.docx', '%PDF-1.7', false],
  ['a.png', '\u0089PNG\r\n\u001A\n', true],
  ['a.jpg', '\u0089PNG\r\n\u001A\n', false],
  ['a.txt', 'Gr\u00C3\u00BC\u00C3\u009Fe', true],
  ['a.txt', 'Gr\u00FC\u00DFe', false],
  ['a.csv', 'a;b\0', false],
  ['a.ics', '\u00EF\u00BB\u00BFbegin:vcalendar\r\n', true],
  ['a.ics', 'hello', false],
  ['a.exe', 'MZ', false],
])('a file is what its name says: %j %j %s', (name, bytes, isIt) => {
  expect(isAsNamed(name, bytesOf(bytes))).toBe(isIt);
});

describe('the attachments of a content', () => {
  test.each([
    ['two of a name, whatever its letters', [named('a.pdf'), named('A.PDF')], [[1, 'name']]],
    ['a type that the name does not have', [{ ...named('a.pdf'), type: 'text/html' }], [[0, 'type']]],
    ['more than is sent', [named('a.pdf', 4_000_000), named('b.pdf', 2_000_001)], [[]]],
    ['a kind that is not taken', [named('a.exe')], [[0, 'name']]],
    ['as many bytes as fit', [named('a.pdf', 4_000_000), named('b.pdf', 2_000_000)], []],
  ])('%s', (_, attachments, paths) => {
    expect(wrongAttachments(attachments).map(({ path }) => path)).toEqual(paths);
  });

  test('stay with the largest content below 10 MB, beyond which SES sends more slowly', () => {
    expect(inMessage(MOST_ATTACHED_BYTES) + inMessage(CONTENT_BYTES)).toBeLessThan(10_000_000);
  });
});
