import { BounceReason } from '../model/profile.ts';
import { isAscii } from '../values/ascii.ts';
import { noWords, yesWords } from '../values/yes-no-text.ts';
import { columnName } from './column-name.ts';
import { wordsOfAll } from './consent-languages/all-languages.ts';

/** What a cell of a column about opting out says of its person. */
export type Said = 'yes' | 'no' | 'unclear';

/**
 * Of another script, or of the Latin one in a language of which no word is known here, as Vietnamese, Icelandic and
 * Azerbaijani have them.
 */
const otherLetter =
  /(?![\p{Script=Latin}\p{Script=Common}])\p{L}|(?![a-zàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßąćęłńóśźżčďěňřšťůžĺľŕôăâîșțşţőűğıāēģīķļņūėįųđªº])\p{Script=Latin}/iu;

const words = (text: string): Set<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Letters that are of no word known here by a name of Latin letters. */
export const hasOtherLetters = (text: string): boolean => otherLetter.test(text);

/** In the form of `columnName`; a word with letters that this would drop as it is. */
const wordOf = (text: string): string =>
  hasOtherLetters(text) ? text.normalize('NFC').toLowerCase() : columnName(text);

const named = (texts: readonly string[]): string[] => texts.map(wordOf).filter((name) => name !== '');

/** In the form of `columnName`. */
const yes = new Set(named(yesWords));
/** And what programs write where they have nothing. */
const no = new Set([...named(noWords), ...words('null none nan n_a na nil')]);
const left = wordsOfAll('left');
const stayed = wordsOfAll('stayed');
const well = wordsOfAll('well');
const away = wordsOfAll('away');
/** Why an address is in quarantine. */
const reasons = new Set([
  ...BounceReason.options.flatMap((reason) => [reason.toLowerCase(), columnName(reason.replaceAll(/([A-Z])/g, ' $1'))]),
  ...words(`complaint complained spam bounced bounce hard_bounce hard_bounced hardbounce hard soft_bounce soft_bounced
    cleaned undeliverable invalid invalid_address blocked blacklisted blocklisted user_not_found no_such_user`),
]);

/** Signs that no letter is left of. */
const ticks = ['✓', '✔', '☑', '✅'];
const blanks = ['', '-', '–', '—', '\\N'];

/** A day, with or without a time: ISO 8601, `2.3.2025`, `3/2/2025`, or seconds or milliseconds since 1970. */
const date = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?:[T ,].*)?$|^\d{9,13}$/;
/** What MySQL, .NET and OLE write for a time that never was: `0000-00-00 00:00:00`, `0001-01-01`, `30.12.1899`. */
const never = /^(?:0000-00-00|0001-01-01|0?1[./-]0?1[./-]0001|1899-12-3[01]|3[01]\.12\.1899|12\/3[01]\/1899)/;
/** A time that was never set, or the seconds of one that were lost. */
const epoch = /^(?:1970-01-01|0?1[./-]0?1[./-]1970)/;

/** Of a text with other signs in it nothing is guessed. */
const plain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _./-]*$/u;

const isBlank = (cell: string): boolean => blanks.includes(cell);

/** The meaning of a cell, and whether it is a day, a state or a plain yes or no. */
export type Meaning = 'blank' | 'yes' | 'no' | 'date' | 'left' | 'stayed' | 'well' | 'away' | 'other';

const meanings: [Set<string>, Meaning][] = [
  [yes, 'yes'],
  [no, 'no'],
  [left, 'left'],
  [stayed, 'stayed'],
  [well, 'well'],
  [away, 'away'],
];

export const meaningOf = (cell: string): Meaning => {
  const trimmed = cell.trim();
  if (isBlank(trimmed) || never.test(trimmed)) return 'blank';
  if (ticks.includes(trimmed)) return 'yes';
  if (date.test(trimmed)) return epoch.test(trimmed) ? 'other' : 'date';
  if (!plain.test(trimmed)) return 'other';
  const word = wordOf(trimmed);
  return meanings.find(([known]) => known.has(word))?.[1] ?? 'other';
};

/** Parts of words that speak of leaving, in other scripts. */
const leavingElsewhere =
  /отпис|відпис|адпіс|відмов|отказ|не[ _]?беспоко|ч[её]рн\S{2,3}[ _]спис|одјав|απεγγραφ|διαγραφ|解除|停止|退会|拒否|退订|退訂|取消|黑名单|拒收|수신\s?거부|구독\s?취소|해지|탈퇴|[إا]لغاء|ملغ|محظور|הוסר|הסרה|ביטול|חסום|ยกเลิก|გაუქმ/iu;

const accented = (letters: string): string => letters.replaceAll(/[aeiouy]/g, '.{1,2}').replaceAll('_', '.+');

/** Words of several letters that say of somebody that they left, wherever in a text they stand. */
const leavingWord = new RegExp(
  `(^|_)(${[...left].filter((word) => word.length > 4 && !['unsubscribe', 'de_baja'].includes(word)).join('|')})(_|$)`,
);

const beginnings = [...new Set([...left].map((word) => word.slice(0, 4)))];

/** A cheap look before the words of a text are looked up: their first letters, with any accent. */
const mayLeave = new RegExp(beginnings.map(accented).join('|'), 'iu');

/** The same of a text of ASCII, as nearly all are: it has no accents, and no words of other scripts. */
const mayLeaveInAscii = new RegExp(beginnings.map((word) => word.replaceAll('_', '[^a-z0-9]+')).join('|'), 'i');

const mailboxStates = /bounce|clean|complain|spam|junk|unconfirmed|suppress|undeliver|do_not|subscribed/;

/** A state that only somebody who gets mails can be in, whatever its column is called. */
export const isStateOfMailbox = (cell: string): boolean => {
  const meaning = meaningOf(cell);
  return meaning === 'away' && mailboxStates.test(columnName(cell));
};

const saysLeaving = (text: string): boolean => left.has(wordOf(text)) || leavingWord.test(columnName(text));

/** A text of several words, or tags, of which one says that its person left. */
export const hasLeavingWord = (text: string): boolean => {
  if (isAscii(text)) return mayLeaveInAscii.test(text) && saysLeaving(text);
  return leavingElsewhere.test(text) || (mayLeave.test(text) && saysLeaving(text));
};

const optOuts: Record<Meaning, Said> = {
  blank: 'no',
  no: 'no',
  stayed: 'no',
  yes: 'yes',
  date: 'yes',
  left: 'yes',
  well: 'unclear',
  away: 'unclear',
  other: 'unclear',
};

/** Of a column whose yes, or whose day, means that the person left. */
export const saysOptedOut = (cell: string): Said => optOuts[meaningOf(cell)];

/** Of a column that whoever imports says is about opting out: whoever is away, for whatever reason, is not written to. */
export const saysGone = (cell: string): Said => {
  const meaning = meaningOf(cell);
  if (meaning === 'away') return 'yes';
  return meaning === 'well' ? 'no' : optOuts[meaning];
};

const optIns: Record<Meaning, Said> = {
  yes: 'no',
  date: 'no',
  stayed: 'no',
  well: 'no',
  no: 'yes',
  blank: 'yes',
  left: 'yes',
  away: 'yes',
  other: 'unclear',
};

/** A number of one digit that stands for a state, in a table of the tool that wrote it. */
export const isCodedState = (cell: string): boolean => /^-?\d$/.test(cell);

/** Of a column that whoever imports says is about opting in: who did not is not written to. Of coded states 1 is who is there, whatever 2 or -1 stand for. */
export const saysNotIn = (cell: string): Said => {
  const meaning = meaningOf(cell);
  return meaning === 'other' && isCodedState(cell.trim()) ? 'yes' : optIns[meaning];
};

/** Of a column that tells how somebody left. */
export const saysHow = (cell: string): Said => {
  const meaning = meaningOf(cell);
  return meaning === 'blank' || meaning === 'no' ? 'no' : 'yes';
};

/** Of a column of states: a plain yes says nothing there. */
export const saysLeft = (cell: string): Said => {
  const meaning = meaningOf(cell);
  if (meaning === 'yes' || meaning === 'no' || meaning === 'date') return 'unclear';
  return meaning === 'well' ? 'no' : optOuts[meaning];
};

/** Of a column whose cells are yes, no, a day, or the reason: a name of ours or of SES's, or an enhanced status code (RFC 3463). */
export const saysQuarantined = (cell: string): Said => {
  const trimmed = cell.trim();
  if (/^[245]\.\d{1,3}\.\d{1,3}$/.test(trimmed) || reasons.has(columnName(trimmed))) return 'yes';
  const meaning = meaningOf(trimmed);
  return meaning === 'left' ? 'unclear' : optOuts[meaning];
};
