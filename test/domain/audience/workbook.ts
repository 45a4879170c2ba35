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
const sheetOf = ({ rows, head = '', tail = '' }: SheetSpec): string =>
  `<worksheet ${namespace} xmlns:r="${relations}">${head}<sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('')}</sheetData>${tail}</worksheet>`;

export const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

/** Style 1 is a day, 2 a day with its time, 3 a number of five digits, 4 of at least eleven, 5 an amount. */
const styles = `<styleSheet ${namespace}><numFmts count="3"><numFmt numFmtId="164" formatCode="00000"/><numFmt formatCode="[Red]0##########;-0" numFmtId="165"/><numFmt numFmtId="166" formatCode="#,##0.00 &quot;€&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="164"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

/** `head` and `tail`: what stands before and behind the rows; `links`: addresses that are linked to, rId1 the first. */
type SheetSpec = {
  name: string;
  rows: readonly string[];
  isHidden?: boolean;
  isChart?: boolean;
  head?: string;
  tail?: string;
  links?: readonly string[];
};

const relationships = (all: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

const partsOf = (sheets: readonly SheetSpec[], properties: string): Part[] => [
  [
    'xl/workbook.xml',
    `<workbook ${namespace} xmlns:r="${relations}">${properties}<sheets>${sheets.map(({ name, isHidden }, index) => `<sheet name="${name}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map(
        ({ isChart }, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relations}/${isChart ? 'chartsheet' : 'worksheet'}" Target="worksheets/sheet${index + 1}.xml"/>`,
      ),
      `<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/>`,
    ]),
  ],
  ['xl/styles.xml', styles],
  ...sheets.map((sheet, index): Part => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheet.isChart ? '<chartsheet/>' : sheetOf(sheet),
  ]),
  ...sheets.flatMap(({ links }, index): Part[] => {
    const all = (links ?? []).map(
      (target, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/hyperlink" Target="${target}"/>`,
    );
    return links ? [[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationships(all)]] : [];
  }),
];

/** @param properties what stands before the names of the sheets */
export const workbook = (sheets: readonly SheetSpec[], claimed: Record<string, number> = {}, properties = ''): Buffer =>
  archive(partsOf(sheets, properties), claimed);
