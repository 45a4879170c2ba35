import { Problem } from '../http/problem.ts';
import { leavingWords, optInWords } from './consent-names.ts';
import { hasLeavingWord } from './consent-words.ts';
import { columnName } from './column-name.ts';

/** Those who are left when others were taken out. */
const without = /(^|_)(ohne|ausser|without|except|excluding|hors)_/;

const writing = /mail|schreib|kontakt|contact|send/;
/** Beside a word of consent, or of writing to somebody: `Newsletter: nein`, but not `Newsletter No. 12`. */
const refusing = /(^|_)(nein|nicht|kein[a-z]*|non|pas|not|no(?!_\d))(_|$)/;

/** A title of people: of a sheet, or of those below it. */
export const saysLeftOf = (title: string): boolean => {
  const name = columnName(title);
  if (without.test(name)) return false;
  const isRefusal = refusing.test(name) && (optInWords.test(name) || writing.test(name));
  return isRefusal || leavingWords.test(name) || hasLeavingWord(title);
};

/** A row that names nobody, and has one text, which speaks of leaving: what is below it may be people who did. */
export const isTitleOfLeft = (cells: readonly string[], address: number): boolean => {
  if ((cells[address] ?? '').includes('@')) return false;
  const [title, ...others] = cells.filter((cell) => cell.trim() !== '');
  return title !== undefined && others.length === 0 && saysLeftOf(title);
};

export const peopleLeftBelow = (line: number): Problem =>
  new Problem(
    'invalid-input',
    `Line ${line} names nobody and speaks of opting out: whether those below it may be written to cannot be read.`,
    'Give them a column opted_out with yes in it, or take them out, and take out the line; nothing was imported.',
    { cause: 'peopleLeftBelow', lines: [line] },
  );

/** Looks at the rows before a header. */
export const refuseTitlesOfLeft = (titles: readonly { cells: readonly string[]; line: number }[]): void => {
  const title = titles.find(({ cells }) => isTitleOfLeft(cells, -1));
  if (title) throw peopleLeftBelow(title.line);
};

export const sheetOfLeft = (name: string): Problem =>
  new Problem(
    'invalid-input',
    `The name of the sheet ${name} speaks of opting out: whether its people may be written to cannot be read.`,
    'Give them a column opted_out with yes in it, or give the sheet another name, or name it by sheet=NAME in the query; nothing was imported.',
    { cause: 'sheetOfLeft', name },
  );
