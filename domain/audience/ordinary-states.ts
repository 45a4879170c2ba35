import { columnName } from './column-name.ts';
import { wordsOfAll } from './consent-languages/all-languages.ts';

/** Of people who are neither here nor gone: what tables of customers and members say of them. */
const ordinary = wordsOfAll('ordinary');

/** Codes of two letters are those of places and languages. */
const isCode = (cell: string): boolean => /^[A-Z]{2}$/.test(cell);

/** A state, or several, of which one at least is known to say nothing of mails. */
export const isOrdinaryState = (cell: string): boolean =>
  isCode(cell) || cell.split(/[,;|/]/).some((part) => ordinary.has(columnName(part)));

/** Yes and no in languages of which no other word is known here, as `columnName` makes them. */
const pairs: [yes: string, no: string][] = [
  ['bai', 'ez'],
  ['ie', 'na'],
  ['ie', 'nage'],
  ['ydw', 'nac_ydw'],
  ['ta', 'nil'],
  ['po', 'jo'],
  ['ya', 'tidak'],
  ['ya', 'bukan'],
  ['co', 'khong'],
  ['ndiyo', 'hapana'],
  ['oo', 'hindi'],
  ['beli', 'xeyr'],
  ['ha', 'yo_q'],
  ['ha', 'yoq'],
  ['jes', 'ne'],
  ['wi', 'non'],
  ['iva', 'le'],
  ['yebo', 'cha'],
  ['ewe', 'hayi'],
  ['eya', 'hapana'],
  ['jo', 'nee'],
];

/** Whether a column says yes and no in such a language: what its header says is not known then. */
export const saysYesAndNoOtherwise = (cells: readonly string[]): boolean => {
  if (cells.length > 4) return false;
  const said = new Set(cells.map(columnName));
  return pairs.some(([yes, no]) => said.has(yes) && said.has(no));
};
