import { crc32, deflateRawSync } from 'node:zlib';

type Part = [path: string, text: string];

/** An archive of these parts; `claimed`: bytes that its directory says a part unpacks to, in the place of the truth. */
export const archive = (parts: readonly Part[], claimed: Record<string, number> = {}): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed[path] ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002\u0014\0', 'latin1');
    fields.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    files.push(Buffer.from('PK\u0003\u0004'), fields, name, packed);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
};

const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet of these rows, from the first on: each is its `<c>` elements. */
const sheetOf = (rows: readonly string[]): string =>
  `<worksheet ${namespace}><sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('')}</sheetData></worksheet>`;

export const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

/** Style 1 is a day, 2 a day with its time. */
const styles = `<styleSheet ${namespace}><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`;

type SheetSpec = { name: string; rows: readonly string[]; isHidden?: boolean };

const partsOf = (sheets: readonly SheetSpec[]): Part[] => [
  [
    'xl/workbook.xml',
    `<workbook ${namespace} xmlns:r="${relations}"><sheets>${sheets.map(({ name, isHidden }, index) => `<sheet name="${name}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', styles],
  ...sheets.map(({ rows }, index): Part => [`xl/worksheets/sheet${index + 1}.xml`, sheetOf(rows)]),
];

export const workbook = (sheets: readonly SheetSpec[], claimed: Record<string, number> = {}): Buffer =>
  archive(partsOf(sheets), claimed);
