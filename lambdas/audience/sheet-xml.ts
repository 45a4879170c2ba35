/**
 * What the library for workbooks leaves out in silence, or cannot read although others write it, is written here as what
 * it means (ECMA-376, part 1, section 18.3.1). Elements are found by their brackets, of which their text has none; a prefix
 * of a namespace may stand before their names.
 */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text that is marked as such (CDATA) as escaped text: the library reads nothing of it. */
export const withoutCdata = (xml: string): string => {
  const [first = '', ...marked] = xml.split('<![CDATA[');
  const texts = marked.map((piece) => {
    const end = piece.indexOf(']]>');
    return end < 0 ? piece : escaped(piece.slice(0, end)) + piece.slice(end + 3);
  });
  return first + texts.join('');
};

/** The calendar of 1904 as `1`: LibreOffice writes `true`. */
export const withCalendar = (workbook: string): string =>
  workbook.replace(/(\sdate1904=["'])true(?=["'])/, (_, before: string) => `${before}1`);

export const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const lettersOf = (column: number): string =>
  column <= 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCodePoint(65 + ((column - 1) % 26));

const unplaced = /<(?:[^\s<>/:]+:)?c(?=[\s/>])(?![^<>]*\sr=)/;
const placed = /<((?:[^\s<>/:]+:)?)(row|c)(?=[\s/>])([^<>]*)/g;
const reference = /\sr=["']([A-Z]{0,3})(\d{1,7})["']/;

/** Cells may name no place: then each stands beside the one before. */
const withPlaces = (sheet: string): string => {
  if (!unplaced.test(sheet)) return sheet;
  let [row, column] = [0, 0];
  return sheet.replaceAll(placed, (element: string, prefix: string, kind: string, attributes: string) => {
    const [, letters = '', number] = reference.exec(attributes) ?? [];
    if (kind === 'row' || number !== undefined) row = number === undefined ? row + 1 : Number(number);
    column = kind === 'row' ? 0 : letters === '' ? column + 1 : columnOf(letters);
    const isPlaced = kind === 'row' || /\sr\s*=/.test(attributes);
    return isPlaced ? element : `<${prefix}c r="${lettersOf(column)}${row}"${attributes}`;
  });
};

const measures = /(<(?:[^\s<>/:]+:)?dimension\s(?:[^<>]*\s)?ref=["'])[^"'<>]*/;
const erroneous = /(<(?:[^\s<>/:]+:)?c\s(?:[^<>]*\s)?t=["'])e(?=["'])/g;

/** Errors are texts, such as `#REF!`, and the measures of the sheet, which nobody needs, are some. */
export const withErrors = (sheet: string): string =>
  withPlaces(sheet).replace(measures, '$1A1').replaceAll(erroneous, '$1str');

const formula = String.raw`<(?:[^\s<>/:]+:)?f(?=[\s/>])[^<>]*(?:/>|>[^<]*</(?:[^\s<>/:]+:)?f>)`;
const uncalculated = new RegExp(String.raw`${formula}\s*</(?:[^\s<>/:]+:)?c>`);

/** Does a cell have a formula and no value? Programs that only write workbooks leave the values to whoever opens them. */
export const isUncalculated = (sheet: string): boolean => uncalculated.test(sheet);

const attributeOf = (element: string, name: string): string | undefined =>
  new RegExp(String.raw`\s(?:\w+:)?${name}=(["'])(.*?)\1`).exec(element)?.[2];

/** A format that only fills up with zeros, such as `00000` or `0####`; of several, by `;`, the first is that of numbers above zero. */
const filling = /^(?:\[[^\]]*\])*#*(0[0#]+)(?:;|$)/;

/** Styles of cells, by their number, that show a number with zeros before it: how many digits it has at least. */
export const digitsByStyle = (styles: string): Map<string, number> => {
  const formats = new Map(
    (styles.match(/<(?:[^\s<>/:]+:)?numFmt\s[^<>]*>/g) ?? []).map((element) => {
      const [, digits = ''] = filling.exec(attributeOf(element, 'formatCode') ?? '') ?? [];
      return [attributeOf(element, 'numFmtId'), digits.length] as const;
    }),
  );
  const [cells = ''] = /<(?:[^\s<>/:]+:)?cellXfs[\s>][^]*?<\/(?:[^\s<>/:]+:)?cellXfs>/.exec(styles) ?? [];
  const widths = (cells.match(/<(?:[^\s<>/:]+:)?xf(?=[\s/>])[^<>]*/g) ?? []).map((element, style) => {
    const width = formats.get(attributeOf(element, 'numFmtId')) ?? 0;
    return [String(style), width] as const;
  });
  return new Map(widths.filter(([, width]) => width > 0));
};

const wholeNumber = new RegExp(
  String.raw`(<(?:[^\s<>/:]+:)?c\s[^<>]*)(>(?:${formula})?\s*<(?:[^\s<>/:]+:)?v>)(\d+)(?=<)`,
  'g',
);

/** Postcodes, telephones and numbers of customers with the zeros that their format shows. */
export const withZeros = (sheet: string, digits: ReadonlyMap<string, number>): string => {
  if (digits.size === 0) return sheet;
  return sheet.replaceAll(wholeNumber, (all: string, cell: string, between: string, number: string) => {
    const width = digits.get(attributeOf(cell, 's') ?? '');
    if (width === undefined || !['n', undefined].includes(attributeOf(cell, 't'))) return all;
    return `${cell.replace(/\st=(["'])n\1/, '')} t="str"${between}${number.padStart(width, '0')}`;
  });
};

/** Cells of one column, from row to row, from 1. */
type Range = { column: number; first: number; last: number };

const rangeIn = (element: string): Range | undefined => {
  const [, letters = '', first, last = first] =
    /^([A-Z]{1,3})(\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?$/.exec(attributeOf(element, 'ref') ?? '') ?? [];
  return first === undefined ? undefined : { column: columnOf(letters), first: Number(first), last: Number(last) };
};

/** Merged cells that span several rows. */
export const mergedIn = (sheet: string): Range[] =>
  (sheet.match(/<(?:[^\s<>/:]+:)?mergeCell\s[^<>]*>/g) ?? []).flatMap((element) => {
    const range = rangeIn(element);
    return range && range.last > range.first ? [range] : [];
  });

const hiddenRow = /<(?:[^\s<>/:]+:)?row(?=\s)(?=[^<>]*\shidden=["'](?:1|true)["'])[^<>]*/g;

/** Rows that the spreadsheet hides, by their number, as a filter does. */
export const hiddenIn = (sheet: string): Set<number> =>
  new Set((sheet.match(hiddenRow) ?? []).map((element) => Number(attributeOf(element, 'r'))));

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10_ff_ff;
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : all;
  });

export type Relation = { id: string; type: string; target: string };

/** Of a part of the archive to others (ECMA-376, part 2, section 9.3). */
export const relationsIn = (relations: string): Relation[] =>
  (relations.match(/<(?:[^\s<>/:]+:)?Relationship\s[^<>]*>/g) ?? []).map((element) => ({
    id: attributeOf(element, 'Id') ?? '',
    type: attributeOf(element, 'Type') ?? '',
    target: unescaped(attributeOf(element, 'Target') ?? ''),
  }));

export type SheetEntry = { name: string; relation: string };

/** In their order; those that the spreadsheet hides are not meant. */
export const sheetsIn = (workbook: string): SheetEntry[] =>
  (workbook.match(/<(?:[^\s<>/:]+:)?sheet\s[^<>]*>/g) ?? [])
    .filter((sheet) => !['hidden', 'veryHidden'].includes(attributeOf(sheet, 'state') ?? ''))
    .map((sheet) => ({ name: unescaped(attributeOf(sheet, 'name') ?? ''), relation: attributeOf(sheet, 'id') ?? '' }));

const mailAddress = /^mailto:([^?]+)/i;

const addressIn = (target: string): string | undefined => {
  const [, address] = mailAddress.exec(target) ?? [];
  try {
    return address === undefined ? undefined : decodeURIComponent(address);
  } catch {
    return address;
  }
};

export type Link = { row: number; column: number; address: string };

const linkFormula = new RegExp(
  String.raw`<(?:[^\s<>/:]+:)?c(?=\s)[^<>]*?\sr=["']([A-Z]{1,3})(\d{1,7})["'][^<>]*>\s*<(?:[^\s<>/:]+:)?f(?:\s[^<>]*)?>\s*HYPERLINK\((?:"|&quot;)([^"&<]*)`,
  'g',
);

/** Cells that lead to a mail address, by the link of the cell or by their formula. */
export const linksIn = (sheet: string, relations: readonly Relation[]): Link[] => {
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
  const linked = (sheet.match(/<(?:[^\s<>/:]+:)?hyperlink\s[^<>]*>/g) ?? []).flatMap((element): Link[] => {
    const range = rangeIn(element);
    const address = addressIn(targets.get(attributeOf(element, 'id') ?? '') ?? '');
    return range && address !== undefined ? [{ row: range.first, column: range.column, address }] : [];
  });
  const calculated = Array.from(sheet.matchAll(linkFormula)).flatMap(([, letters = '', row, target = '']): Link[] => {
    const address = addressIn(target);
    return address === undefined ? [] : [{ row: Number(row), column: columnOf(letters), address }];
  });
  return [...linked, ...calculated];
};
