import { crc32, inflateRawSync } from 'node:zlib';
import { columnOf, withCalendar, withErrors, withoutCdata } from './sheet-xml.ts';

/** Bytes that all parts of a workbook may have unpacked; one of 4.5 MB with 30,000 rows has some 30 MB. */
const MOST_BYTES = 96_000_000;
/** Cells of the rectangle that a sheet spans: a reader fills it, however few of its cells hold something. */
const MOST_CELLS = 6_000_000;

/** `large`: more than an import takes; `broken`: no archive that every reader would read the same way. */
export class UnfitWorkbook extends Error {
  readonly why: 'large' | 'broken';

  constructor(why: 'large' | 'broken') {
    super(`the workbook is ${why}`);
    this.why = why;
  }
}

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number };

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The directory at the end of an archive (APPNOTE.TXT, sections 4.3.12 and 4.3.16); nothing of more than 4 GB. */
const entriesOf = (bytes: Buffer): Entry[] => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw new UnfitWorkbook('broken');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new UnfitWorkbook('broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
};

const partOf = (bytes: Buffer, { method, packed, unpacked, offset }: Entry): Buffer => {
  if (offset + 30 > bytes.length) throw new UnfitWorkbook('broken');
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(from, from + packed);
  if (method !== 0 && method !== 8) throw new UnfitWorkbook('broken');
  try {
    // What unpacks to more than the directory says is no honest archive.
    const part = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, unpacked) });
    if (part.length === unpacked) return part;
  } catch {
    // As any other archive that cannot be unpacked.
  }
  throw new UnfitWorkbook('broken');
};

/** The beginning of a row or of a cell; text stands in neither, only in elements within a cell. */
const placed = /<(?:[^\s<>/:]+:)?(row|c)(?=[\s/>])[^<]*/g;
/** Whatever a reader may take for the place of one, and how it is written: `BC12`, or a row's `12`. */
const anyReference = /(?<![\w:.-])r\s*=/g;
const reference = /\sr=["']([A-Z]{0,3})(\d{1,7})["']/;

/** The last row that a spreadsheet has. */
const LAST_ROW = 1_048_576;

/** Does something stand in the cell? One without has a format at most. */
const isFilled = (sheet: string, { 0: element, index }: RegExpExecArray): boolean =>
  !element.trimEnd().endsWith('/>') && !sheet.startsWith('</', index + element.length);

/**
 * A reader fills the rows and columns before a cell that holds something, however far away it says to be: a place that is
 * written otherwise is refused.
 */
const spanOf = (sheet: string): number => {
  let [rows, columns, elements] = [0, 0, 0];
  for (const match of sheet.matchAll(placed)) {
    const [element, kind] = match;
    if (kind === 'row') elements += 1;
    const references = element.match(anyReference)?.length ?? 0;
    const [, letters = '', row = ''] = reference.exec(element) ?? [];
    const isPlaced = references === 0 || (references === 1 && row !== '');
    if (!isPlaced || Math.max(Number(row), elements) > LAST_ROW) throw new UnfitWorkbook('broken');
    if (kind === 'row' || !isFilled(sheet, match)) continue;
    rows = Math.max(rows, Number(row), elements);
    columns = Math.max(columns, columnOf(letters));
  }
  return rows * Math.max(1, columns);
};

/** The part as the library reads all of it, within bounds. */
const readable = (name: string, part: Buffer): Buffer => {
  if (name === 'xl/workbook.xml') return Buffer.from(withCalendar(part.toString('utf8')));
  const isSheet = part.includes('<sheetData') || part.includes(':sheetData');
  if (!isSheet && !part.includes('<![CDATA[')) return part;
  const text = withoutCdata(part.toString('utf8'));
  if (!isSheet) return Buffer.from(text);
  const sheet = withErrors(text);
  if (spanOf(sheet) > MOST_CELLS) throw new UnfitWorkbook('large');
  return Buffer.from(sheet);
};

const isRead = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.xml.rels');

/**
 * The XML of a workbook by path, unpacked within bounds: a small archive may unpack to gigabytes, and a sheet of two
 * cells may span seventeen thousand million.
 * @throws UnfitWorkbook
 */
export const workbookParts = (bytes: Buffer): Map<string, Buffer> => {
  const entries = entriesOf(bytes).filter(({ name }) => isRead(name));
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_BYTES) throw new UnfitWorkbook('large');
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    if (parts.has(entry.name)) throw new UnfitWorkbook('broken');
    parts.set(entry.name, readable(entry.name, partOf(bytes, entry)));
  }
  return parts;
};

const packedPart = (name: Buffer, part: Buffer, offset: number) => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt32LE(crc32(part), 10);
  fields.writeUInt32LE(part.length, 14);
  fields.writeUInt32LE(part.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(ENTRY, 0);
  entry.writeUInt16LE(20, 4);
  fields.copy(entry, 6);
  entry.writeUInt32LE(offset, 42);
  return { local: [Buffer.from('PK\u0003\u0004'), fields, name, part], listed: [entry, name] };
};

/** The parts as an archive that holds them as they are: what was looked at is what is read. */
export const packed = (parts: ReadonlyMap<string, Buffer>): ArrayBuffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, part] of parts) {
    const { local, listed } = packedPart(Buffer.from(path), part, offset);
    files.push(...local);
    directory.push(...listed);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...files, ...directory, end])).buffer;
};
