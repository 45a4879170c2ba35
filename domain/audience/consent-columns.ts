import { columnName } from './column-name.ts';
import {
  bareState,
  channelWords,
  consentAlone,
  contactWords,
  countedWords,
  howTheyCame,
  isElsewhere,
  leavingWords,
  listWords,
  negation,
  optInWords,
  optedOutNames,
  optOutWords,
  quarantinedNames,
  stateWords,
  tellsHowTheyLeft,
} from './consent-names.ts';
import {
  hasLeavingWord,
  hasOtherLetters,
  isCodedState,
  isStateOfMailbox,
  meaningOf,
  saysGone,
  saysHow,
  saysLeft,
  saysNotIn,
  saysOptedOut,
  saysQuarantined,
  type Meaning,
  type Said,
} from './consent-words.ts';
import { isOrdinaryState, saysYesAndNoOtherwise } from './ordinary-states.ts';

export type Says = (cell: string) => Said;
/** What a column says of consent. `unclear`: something that nobody must guess at. */
export type Consent = { as: 'optedOut' | 'quarantined'; says: Says } | 'unclear' | undefined;

const isLink = (cell: string): boolean => /^https?:\/\//i.test(cell);
const isNumber = (cell: string): boolean => /^-?\d+([.,]\d+)?$/.test(cell);

/** Longer texts are about something, not states: where somebody lives, what was agreed. */
const LONGEST_STATE = 80;

/** A state in words that are not known by heart, with what may stand around them: `Unsubscribed (by user)`, `Désinscrit(e)`. */
const speaksOfLeaving = (cell: string): boolean =>
  cell.length <= LONGEST_STATE && !isLink(cell) && leavingWords.test(columnName(cell));

/** A state that nobody here can read. */
const speaksOtherwise = (cell: string): boolean => cell.length <= LONGEST_STATE && hasOtherLetters(cell);

/** Tags, lists and attributes stand in one cell: `vip, unsubscribed`, `News (Unsubscribed)`, `{"unsubscribed":true}`. */
const LONGEST_LIST = 200;

const listsLeft = (cell: string): boolean => cell.length <= LONGEST_LIST && !isLink(cell) && hasLeavingWord(cell);

/** What a program writes of several things at once, with a no among them: `{"topics":{"news":false}}`. */
const saysNoWithin = (cell: string): boolean => /^[[{].*\bfalse\b/.test(cell);

/** Whatever is asked of the cells of a column here, two of one kind answer the same. */
export const kindOfCell = (cell: string): string =>
  [
    meaningOf(cell),
    saysQuarantined(cell),
    isLink(cell),
    isNumber(cell),
    isCodedState(cell),
    speaksOfLeaving(cell),
    speaksOtherwise(cell),
    isStateOfMailbox(cell),
    saysNoWithin(cell),
    listsLeft(cell),
  ].join(' ');

type Cells = { name: string; cells: readonly string[]; meanings: ReadonlySet<Meaning> };

const hasAny = ({ meanings }: Cells, wanted: readonly Meaning[]): boolean =>
  wanted.some((meaning) => meanings.has(meaning));

/** A name that speaks of opting out. Nobody in it: harmless, as are links of another tool. */
const ofOptOut = ({ cells }: Cells): Consent =>
  cells.every((cell) => saysOptedOut(cell) === 'no' || isLink(cell)) ? undefined : 'unclear';

/** A number that stands for a state has one digit; a count has more before long. */
const isCount = (cell: string): boolean => isNumber(cell) && !isCodedState(cell);

/** Words that may be anything, few as states are. */
const MOST_STATES = 12;

const unknownWords = ({ cells }: Cells): string[] =>
  cells.filter(
    (cell) => meaningOf(cell) === 'other' && cell.length <= LONGEST_STATE && !isNumber(cell) && !isLink(cell),
  );

const isOfFewWords = (column: Cells): boolean => {
  const { length } = unknownWords(column);
  return length > 0 && length <= MOST_STATES;
};

/** Yes to all is harmless; who has no yes among others that have one must not be written to. */
const ofOptIn = (column: Cells): Consent => {
  if (column.cells.some((cell) => isCount(cell) && meaningOf(cell) === 'other')) return undefined;
  if (column.cells.some((cell) => speaksOtherwise(cell) || saysNoWithin(cell))) return 'unclear';
  if (hasAny(column, ['no', 'away']) || column.cells.some((cell) => isCodedState(cell) && cell !== '1'))
    return 'unclear';
  // Of a consent and nothing else, a word that is not known may say that it was given, or taken back.
  if (consentAlone.test(column.name) && isOfFewWords(column)) return 'unclear';
  const isSaid = hasAny(column, ['yes', 'date', 'stayed', 'well']);
  return isSaid && hasAny(column, ['blank', 'other']) ? 'unclear' : undefined;
};

/** Yes and no in any words, and nothing else, one of which says no to somebody. */
const isYesOrNo = ({ meanings }: Cells, no: readonly Meaning[]): boolean =>
  [...meanings].every((meaning) => ['yes', 'no', 'blank', 'well', 'stayed', 'away'].includes(meaning)) &&
  no.some((meaning) => meanings.has(meaning));

/** By its cells a column is about consent, whose name says that only by the way: `Kein Mailing`, `Mail ok`. */
const ofYesAndNo = (column: Cells): Consent => {
  const { name, cells } = column;
  if (saysYesAndNoOtherwise(cells) || (channelWords.test(name) && hasAny(column, ['no']))) return 'unclear';
  const isNegated = negation.test(name);
  if (!contactWords.test(name) && !isNegated) return undefined;
  const isInNumbers = cells.every((cell) => cell === '' || isNumber(cell));
  if (isInNumbers && (countedWords.test(name) || !contactWords.test(name))) return undefined;
  const said: Meaning[] = isNegated ? ['yes'] : ['no', 'away'];
  const isLeftOpen = hasAny(column, ['yes', 'well', 'stayed']) && isYesOrNo(column, ['blank']);
  return isYesOrNo(column, said) || isLeftOpen ? 'unclear' : undefined;
};

/** Of a column that is called a state and nothing else: words of which none is known, whatever their language. */
const isOfUnknownStates = (column: Cells): boolean =>
  bareState.test(column.name) && isOfFewWords(column) && !unknownWords(column).some(isOrdinaryState);

/** Who is there is said of some; of whom nothing is said, that is not known. */
const leavesOpen = (column: Cells): boolean =>
  bareState.test(column.name) && hasAny(column, ['stayed', 'well']) && column.meanings.has('blank');

/** States of which none is a known word for leaving: those of a mailbox, or of subscribing in other words. */
const ofOtherStates = (column: Cells, isState: boolean): Consent => {
  if (column.cells.some((cell) => meaningOf(cell) === 'other' && speaksOfLeaving(cell))) return 'unclear';
  if (!isState) return undefined;
  const isOfSubscribing =
    (hasAny(column, ['stayed', 'yes']) && hasAny(column, ['blank', 'no', 'other'])) || leavesOpen(column);
  // Of a number nobody can say what it stands for, unless it is the 1 of all.
  const isCoded = column.cells.some((cell) => isNumber(cell) && cell !== '1');
  if (column.cells.some(speaksOtherwise) || isOfUnknownStates(column)) return 'unclear';
  return isOfSubscribing || isCoded || hasAny(column, ['away', 'no']) ? 'unclear' : undefined;
};

/** Tags that nobody here can read may say anything. */
const ofLists = ({ name, cells }: Cells): Consent =>
  cells.some((cell) => listsLeft(cell) || isStateOfMailbox(cell)) ||
  (listWords.test(name) && cells.some(speaksOtherwise))
    ? 'unclear'
    : undefined;

/** Whoever left must be found, in whatever column that stands. */
const ofStates = (column: Cells): Consent => {
  const isState = stateWords.test(column.name);
  const isStated = isState || optInWords.test(column.name);
  if (!hasAny(column, ['left'])) return isStated ? ofOtherStates(column, isState) : ofLists(column);
  const isClear = column.cells.every((cell) => saysLeft(cell) !== 'unclear') && !leavesOpen(column);
  return isStated && isClear ? { as: 'optedOut', says: remembering(saysLeft) } : 'unclear';
};

/** Texts of a column that are remembered with their meaning: there are few, over and over. */
const REMEMBERED = 1000;

const remembering = (says: Says): Says => {
  const known = new Map<string, Said>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const said = says(cell);
    if (known.size < REMEMBERED) known.set(cell, said);
    return said;
  };
};

const understood = (as: 'optedOut' | 'quarantined', says: Says, cells: readonly string[]): Consent =>
  cells.some((cell) => says(cell) === 'unclear') ? 'unclear' : { as, says: remembering(says) };

/** A column of which whoever imports says that it is about consent; its words must be understood all the same. */
export const consentAs = (
  as: 'optedOut' | 'optedIn' | 'quarantined',
  name: string,
  cells: readonly string[],
): Consent => {
  if (as !== 'optedIn' && tellsHowTheyLeft(name)) return understood(as, saysHow, cells);
  if (as === 'quarantined') return understood(as, saysQuarantined, cells);
  return understood('optedOut', as === 'optedIn' ? saysNotIn : saysGone, cells);
};

/**
 * @param name as `columnName` makes it of the header
 * @param cells trimmed, each text once
 */
export const consentIn = (name: string, cells: readonly string[]): Consent => {
  if (optedOutNames.has(name)) return understood('optedOut', saysOptedOut, cells);
  if (quarantinedNames.has(name)) return understood('quarantined', saysQuarantined, cells);
  if (isElsewhere(name)) return undefined;
  const column = { name, cells, meanings: new Set(cells.map(meaningOf)) };
  if (optOutWords.test(name)) return ofOptOut(column);
  const found = ofStates(column) ?? ofYesAndNo(column);
  if (found || !optInWords.test(name) || howTheyCame.test(name)) return found;
  return ofOptIn(column);
};
