import { readDateText } from '../values/date-text.ts';
import { readNumberText } from '../values/number-text.ts';
import { readYesNoText } from '../values/yes-no-text.ts';
import type { AudienceFilter, comparisons, Condition } from './audience-filter.ts';
import type { Profile } from './profile.ts';

export type Described = Pick<Profile, 'address' | 'attributes' | 'lists'>;
/** `unread`: the value is no number, no date, or neither yes nor no, where one is asked for. */
type Answer = boolean | 'unread';

const folded = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/** A name such as `constructor` is of every object, and of no profile. */
const textOf = ({ address, attributes }: Described, name: string): string => {
  if (name === 'email') return folded(address);
  return Object.hasOwn(attributes, name) ? folded(attributes[name] ?? '') : '';
};

type Measure = (text: string) => number | undefined;

/** Of a date that was asked for by its day, or of a number. */
const measureFor = (wanted: string): Measure =>
  readNumberText(wanted) === undefined ? (text) => readDateText(text)?.instant : readNumberText;

const orderTest = (is: 'greater' | 'less', wanted: string): ((text: string) => Answer) => {
  const measure = measureFor(wanted);
  const limit = measure(wanted) ?? Number.NaN;
  return (text) => {
    const size = text === '' ? Number.NaN : measure(text);
    if (size === undefined) return 'unread';
    return is === 'greater' ? size > limit : size < limit;
  };
};

const answerTest = (is: 'yes' | 'no'): ((text: string) => Answer) => {
  const wanted = is === 'yes';
  return (text) => {
    const said = readYesNoText(text);
    if (said === undefined) return text === '' ? false : 'unread';
    return said === wanted;
  };
};

const comparing: Record<(typeof comparisons)[number], (text: string, wanted: string) => boolean> = {
  equals: (text, wanted) => text === wanted,
  notEquals: (text, wanted) => text !== wanted,
  contains: (text, wanted) => text.includes(wanted),
  beginsWith: (text, wanted) => text.startsWith(wanted),
};

/** The question about one attribute, which comes folded. */
const textTest = (condition: Exclude<Condition, { list: string }>): ((text: string) => Answer) => {
  switch (condition.is) {
    case 'oneOf': {
      const values = new Set(condition.values.map(folded));
      return (text) => values.has(text);
    }
    case 'exists':
      return (text) => text !== '';
    case 'missing':
      return (text) => text === '';
    case 'yes':
    case 'no':
      return answerTest(condition.is);
    case 'greater':
    case 'less':
      return orderTest(condition.is, condition.value);
    case 'equals':
    case 'notEquals':
    case 'contains':
    case 'beginsWith': {
      const wanted = folded(condition.value);
      const compare = comparing[condition.is];
      return (text) => compare(text, wanted);
    }
  }
};

type Asked = { attribute: string; ask: (profile: Described) => Answer };

const askedBy = (condition: Condition): Asked => {
  if ('list' in condition) {
    const { is, list } = condition;
    return { attribute: '', ask: ({ lists }) => lists.includes(list) === (is === 'inList') };
  }
  const { attribute } = condition;
  const asks = textTest(condition);
  return { attribute, ask: (profile) => asks(textOf(profile, attribute)) };
};

/** Whether somebody is meant; `unread`: attributes whose value cannot be read, when that left them out. */
export type Verdict = { isMeant: boolean; unread: readonly string[] };

const meant: Verdict = { isMeant: true, unread: [] };
const notMeant: Verdict = { isMeant: false, unread: [] };

/**
 * A filter as a question to a profile, made once for a whole audience. Without a filter everybody is meant. A value
 * that cannot be read is told where the others leave the answer to it: of `all`, none says no; of `any`, none says yes.
 */
export const judgeOf = (filter: AudienceFilter | undefined): ((profile: Described) => Verdict) => {
  if (!filter) return () => meant;
  const questions = filter.conditions.map(askedBy);
  const deciding = filter.join === 'any';
  return (profile) => {
    const unread: string[] = [];
    for (const { attribute, ask } of questions) {
      const answer = ask(profile);
      if (answer === deciding) return deciding ? meant : notMeant;
      if (answer === 'unread') unread.push(attribute);
    }
    if (unread.length > 0) return { isMeant: false, unread };
    return deciding ? notMeant : meant;
  };
};

/** Whether a profile is meant, for who does not tell what cannot be read. */
export const matcherOf = (filter: AudienceFilter | undefined): ((profile: Described) => boolean) => {
  const judge = judgeOf(filter);
  return (profile) => judge(profile).isMeant;
};
