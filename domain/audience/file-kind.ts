/** What a file is by its first bytes: text, a workbook of Excel, or something else by the name that people know. */
export type FileKind = { is: 'text' } | { is: 'workbook' } | { is: 'other'; name: string } | { is: 'locked' };

/** Each byte as a sign. */
const signsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');

/** Signatures at the very beginning (https://en.wikipedia.org/wiki/List_of_file_signatures). */
const signatures: [string, string][] = [
  ['\u001F\u008B', 'GZIP'],
  ['%PDF-', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['Rar!', 'RAR'],
  ['7z\u00BC\u00AF', '7-Zip'],
  ['BZh91AY', 'BZIP2'],
  ['\u00FD7zXZ', 'XZ'],
  ['(\u00B5/\u00FD', 'Zstandard'],
  ['\u0089PNG', 'PNG'],
  ['\u00FF\u00D8\u00FF', 'JPEG'],
  ['GIF8', 'GIF'],
  ['SQLite format 3', 'SQLite'],
  ['PAR1', 'Parquet'],
  ['!BDN', 'Outlook (.pst)'],
  ['\0\u0001\0\0Standard Jet DB', 'Access'],
  ['\0\u0001\0\0Standard ACE DB', 'Access'],
  ['bplist00', 'plist'],
];

const isWithin = (sign: string | undefined, most: number): boolean => {
  const code = sign?.codePointAt(0) ?? 0;
  return code > 0 && code <= most;
};

/** A version, the month and the day of the last change, and two zeros that are reserved. */
const isDbase = ([version = ' ', , month, day, ...rest]: string): boolean =>
  '\u0003\u0083\u008B\u00F5'.includes(version) &&
  isWithin(month, 12) &&
  isWithin(day, 31) &&
  rest.slice(8, 10).join('') === '\0\0';

/** A line of a mail's header, with what was folded of it (RFC 5322, section 2.2). */
const field = String.raw`[A-Za-z][\w-]*: .*\r?\n(?:[ \t].*\r?\n)*`;
const firstField =
  'Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|Reply-To|DKIM-Signature|X-[\\w-]+';

/** How texts begin that are no tables; some of them could be read as one of a single column, or apart by colons. */
const beginnings: [RegExp, string][] = [
  [/^BEGIN:VCARD/i, 'vCard (.vcf)'],
  [/^BEGIN:VCALENDAR/i, 'iCalendar (.ics)'],
  [/^(?:#.*\r?\n\s*)*(?:version: ?1\s+)?dn::? ?\S/i, 'LDIF (.ldif)'],
  [/^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body|table|meta|style|div|p|a|span|ul|ol|br)[\s>/]/i, 'HTML'],
  [/^<\?xml/i, 'XML'],
  [/^(?:\[\s*[[{"]|\{\s*["'/}])/, 'JSON'],
  [
    new RegExp(String.raw`^(?:From \S+ .*\d{4}\r?\n${field}|(?:${firstField}): .*\r?\n(?:[ \t].*\r?\n)*${field})`),
    'E-Mail (.eml, mbox)',
  ],
  [/^(?:---\s+)?- [\w-]+: |^([\w .-]{1,40}): \S.*\n(?:.+\n)*\s*\n\1: /, 'YAML (name: value)'],
  [
    /^(?:--.*\n\s*|\/\*[^]*?\*\/;?\s*)*(?:INSERT INTO |CREATE (?:TABLE|DATABASE) |DROP TABLE |SET (?:NAMES|SQL_MODE))|^-- (?:MySQL|MariaDB|phpMyAdmin|PostgreSQL) /i,
    'SQL',
  ],
  [/^a:\d+:\{[is]:/, 'PHP'],
  [/^ID;P/, 'SYLK (.slk)'],
  [/^TABLE\r?\n0,1\r?\n/, 'DIF'],
];

/** Signs that are looked at. */
const FIRST = 2000;

/** What a text begins with, also in UTF-16. */
const beginningOf = (first: string): string =>
  first
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();

const nameOf = (first: string): string | undefined => {
  const text = beginningOf(first);
  const [, name] =
    signatures.find(([signature]) => first.startsWith(signature)) ??
    beginnings.find(([begins]) => begins.test(text)) ??
    [];
  return isDbase(first) ? 'dBase (.dbf)' : name;
};

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

const wide = (name: string): string => Array.from(name, (sign) => `${sign}\0`).join('');

/** A workbook with a password is an archive of the old form, in which it lies encrypted (MS-OFFCRYPTO, section 2.3.4.4). */
const encrypted = wide('EncryptedPackage');
const ofOutlook = wide('__substg1.0_');
const ofWord = wide('WordDocument');

/** By the names of what lies in an archive of the old form (MS-CFB). */
const oldArchiveOf = (bytes: Uint8Array): FileKind => {
  const names = signsOf(bytes);
  if (names.includes(encrypted)) return { is: 'locked' };
  if (names.includes(ofOutlook)) return { is: 'other', name: 'Outlook (.msg)' };
  return { is: 'other', name: names.includes(ofWord) ? '.doc' : '.xls' };
};

/** As a workbook is one; what lies in it is told by its end. */
export const isArchive = (bytes: Uint8Array): boolean =>
  ['PK\x03\x04', 'PK\x05\x06'].includes(signsOf(bytes.subarray(0, 4)));

export const kindOf = (bytes: Uint8Array): FileKind => {
  if (isArchive(bytes)) return archiveOf(bytes);
  const first = signsOf(bytes.subarray(0, FIRST));
  if (first.startsWith('\xd0\xcf\x11\xe0')) return oldArchiveOf(bytes);
  const name = nameOf(first);
  return name === undefined ? { is: 'text' } : { is: 'other', name };
};
