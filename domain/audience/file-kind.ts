/** What a file is by its first bytes: text, a workbook of Excel, or something else by the name that people know. */
export type FileKind = { is: 'text' } | { is: 'workbook' } | { is: 'other'; name: string } | { is: 'locked' };

/** Each byte as a sign. */
const signsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');

/** Signatures at the very beginning (https://en.wikipedia.org/wiki/List_of_file_signatures). */
const signatures: [RegExp, string][] = [
  [/^%PDF-/, 'PDF'],
  [/^\{\\rtf/, 'RTF'],
  [/^Rar!/, 'RAR'],
  [/^7z\xbc\xaf/, '7-Zip'],
  [/^(\x89PNG|\xff\xd8\xff|GIF8)/, 'PNG/JPEG/GIF'],
  [/^SQLite format 3/, 'SQLite'],
  [/^PAR1/, 'Parquet'],
  [/^(\xef\xbb\xbf)?\s*BEGIN:VCARD/i, 'vCard (.vcf)'],
  [/^(\xef\xbb\xbf)?(version: ?1\s+)?dn::? /i, 'LDIF (.ldif)'],
  [/^(\xef\xbb\xbf)?\s*(<!doctype html|<html|<table|<meta)/i, 'HTML'],
  [/^(\xef\xbb\xbf)?\s*<\?xml/i, 'XML'],
  [/^(\xef\xbb\xbf)?\s*(\[\s*\{|\{\s*")/, 'JSON'],
];

/** By the names of what lies in an archive; they stand in its last bytes (APPNOTE.TXT, section 4.3.12). */
const archives: [RegExp, string][] = [
  [/xl\/workbook\.bin/, '.xlsb'],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, '.ods'],
  [/mimetypeapplication\/vnd\.oasis\.opendocument/, 'OpenDocument'],
  [/Index\/(Document|Tables)/, 'Numbers'],
  [/word\/document\.xml/, '.docx'],
];

const END_BYTES = 100_000;

const archiveOf = (bytes: Uint8Array): FileKind => {
  const names = signsOf(bytes.subarray(0, 200)) + signsOf(bytes.subarray(-END_BYTES));
  if (names.includes('xl/workbook.xml')) return { is: 'workbook' };
  return { is: 'other', name: archives.find(([holds]) => holds.test(names))?.[1] ?? 'ZIP' };
};

/** A workbook with a password is an archive of the old form, in which it lies encrypted (MS-OFFCRYPTO, section 2.3.4.4). */
const encrypted = Array.from('EncryptedPackage', (sign) => `${sign}\0`).join('');

/** As a workbook is one; what lies in it is told by its end. */
export const isArchive = (bytes: Uint8Array): boolean =>
  ['PK\x03\x04', 'PK\x05\x06'].includes(signsOf(bytes.subarray(0, 4)));

export const kindOf = (bytes: Uint8Array): FileKind => {
  const first = signsOf(bytes.subarray(0, 100));
  if (isArchive(bytes)) return archiveOf(bytes);
  if (first.startsWith('\xd0\xcf\x11\xe0'))
    return signsOf(bytes).includes(encrypted) ? { is: 'locked' } : { is: 'other', name: '.xls' };
  const name = first.startsWith('\u001F\u008B') ? 'GZIP' : signatures.find(([begins]) => begins.test(first))?.[1];
  return name === undefined ? { is: 'text' } : { is: 'other', name };
};
