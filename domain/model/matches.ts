import { readDateText } from '../values/date-text.ts';
import { comparedText } from '../values/folded-text.ts';
import { readNumberText } from '../values/number-text.ts';
import { readYesNoText } from '../values/yes-no-text.ts';
import {
  messageSetKey,
  type Audience,
  type AudienceFilter,
  type Behaviour,
  type comparisons,
  type Condition,
  type MessageSet,
  type SingleCondition,
} from './audience-filter.ts';
import { answerTo } from './behaviour.ts';
import type { Profile } from './profile.ts';

export type Described = Pick<
  Profile,
  'id' | 'address' | 'attributes' | 'lists' | 'tracking' | 'trackingByTopic' | 'mergedFrom'
>;

/** Why nobody can say: attributes whose value cannot be read, and whether what somebody did with messages is unknown. */
type Doubt = { unread: readonly string[]; isUnseen?: true };
type Answer = boolean | Doubt;
type Question = (profile: Described) => Answer;

/** What a filter asks about that is not in the profile itself. */
export type Beyond = {
  /** What is known of somebody and these messages (behaviour.ts), which go by their key. */
  deedsOf: (messages: string, profile: Described) => number;
  /** By their ids. */
  segments: ReadonlyMap<string, Audience>;
};

const unseen: Doubt = { unread: [], isUnseen: true };

const folded = (text: string): string => comparedText(text.trim());

/** A name such as `constructor` is of every object, and of no profile. */
const textOf = ({ address, attributes }: Described, name: string): string => {
  if (name === 'email') return folded(address);
  return Object.hasOwn(attributes, name) ? folded(attributes[name] ?? '') : '';
};

type Measure = (text: string) => number | undefined;

/** Of a date that was asked for by its day, or of a number. */
const measureFor = (wanted: string): Measure =>
  readNumberText(wanted) === undefined ? (text) => readDateText(text)?.instant : readNumberText;

const orderTest = (is: 'greater' | 'less', wanted: string): ((text: string) => boolean | 'unread') => {
  const measure = measureFor(wanted);
  const limit = measure(wanted) ?? Number.NaN;
  return (text) => {
    const size = text === '' ? Number.NaN : measure(text);
    if (size === undefined) return 'unread';
    return is === 'greater' ? size > limit : size < limit;
  };
};

const answerTest = (is: 'yes' | 'no'): ((text: string) => boolean | 'unread') => {
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
const textTest = (condition: Extract<Condition, { attribute: string }>): ((text: string) => boolean | 'unread') => {
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

const attributeQuestion = (condition: Extract<Condition, { attribute: string }>): Question => {
  const { attribute } = condition;
  const asks = textTest(condition);
  const unread: Doubt = { unread: [attribute] };
  return (profile) => {
    const answer = asks(textOf(profile, attribute));
    return answer === 'unread' ? unread : answer;
  };
};

const behaviourQuestion = (is: Behaviour, of: MessageSet, { deedsOf }: Beyond): Question => {
  const messages = messageSetKey(of);
  return (profile) => {
    const answer = answerTo(is, deedsOf(messages, profile));
    return answer === 'unknown' ? unseen : answer;
  };
};

const together = (one: Doubt | undefined, other: Doubt): Doubt =>
  one
    ? {
        unread: [...one.unread, ...other.unread],
        ...((one.isUnseen ?? other.isUnseen) && { isUnseen: true }),
      }
    : other;

/** What nobody can say counts where the others leave the answer to it: of `all`, none says no; of `any`, none says yes. */
const joined = (join: AudienceFilter['join'], questions: readonly Question[]): Question => {
  const deciding = join === 'any';
  return (profile) => {
    let doubt: Doubt | undefined;
    for (const ask of questions) {
      const answer = ask(profile);
      if (answer === deciding) return deciding;
      if (typeof answer === 'object') doubt = together(doubt, answer);
    }
    return doubt ?? !deciding;
  };
};

const listQuestion =
  (list: string): Question =>
  ({ lists }) =>
    lists.includes(list);

const opposite =
  (ask: Question): Question =>
  (profile) => {
    const answer = ask(profile);
    return typeof answer === 'object' ? answer : !answer;
  };

/** A segment that is gone means nobody, however it is asked for: a run that needs it is blocked. */
const segmentQuestion = ({ is, segment }: Extract<Condition, { segment: string }>, beyond: Beyond): Question => {
  const audience = beyond.segments.get(segment);
  if (!audience) return () => false;
  const isIn = audienceQuestion(audience, beyond);
  return is === 'inSegment' ? isIn : opposite(isIn);
};

/** Nothing of what cannot be asked without looking beyond the profile. */
const questionsBeyond = (condition: SingleCondition, beyond: Beyond | undefined): Question[] => {
  if ('attribute' in condition) return [attributeQuestion(condition)];
  if ('list' in condition)
    return [condition.is === 'inList' ? listQuestion(condition.list) : opposite(listQuestion(condition.list))];
  if (!beyond) return [];
  return 'of' in condition
    ? [behaviourQuestion(condition.is, condition.of, beyond)]
    : [segmentQuestion(condition, beyond)];
};

const questionsOf = (condition: Condition, beyond: Beyond | undefined): Question[] => {
  if (!('conditions' in condition)) return questionsBeyond(condition, beyond);
  const questions = condition.conditions.flatMap((one) => questionsBeyond(one, beyond));
  return questions.length > 0 ? [joined(condition.is === 'anyOf' ? 'any' : 'all', questions)] : [];
};

const filterQuestion = (filter: AudienceFilter, beyond: Beyond | undefined): Question => {
  const questions = filter.conditions.flatMap((condition) => questionsOf(condition, beyond));
  return questions.length > 0 ? joined(filter.join, questions) : () => true;
};

function audienceQuestion({ list, filter }: Audience, beyond: Beyond | undefined): Question {
  return joined('all', [
    ...(list === '' ? [] : [listQuestion(list)]),
    ...(filter ? [filterQuestion(filter, beyond)] : []),
  ]);
}

/**
 * Whether somebody is meant; when nobody can say, they are not: `unread`: attributes whose value cannot be read;
 * `isUnseen`: what they did with messages is not known.
 */
export type Verdict = { isMeant: boolean } & Doubt;

const meant: Verdict = { isMeant: true, unread: [] };
const notMeant: Verdict = { isMeant: false, unread: [] };

/**
 * A filter as a question to a profile, made once for a whole audience. Without a filter everybody is meant. Without
 * `beyond` conditions on behaviour and on segments are not asked.
 */
export const judgeOf = (filter: AudienceFilter | undefined, beyond?: Beyond): ((profile: Described) => Verdict) => {
  if (!filter) return () => meant;
  const ask = filterQuestion(filter, beyond);
  return (profile) => {
    const answer = ask(profile);
    if (typeof answer === 'object') return { isMeant: false, ...answer };
    return answer ? meant : notMeant;
  };
};

/** Whether a profile is meant, for who does not tell what cannot be read, and does not look beyond the profile. */
export const matcherOf = (filter: AudienceFilter | undefined): ((profile: Described) => boolean) => {
  const judge = judgeOf(filter);
  return (profile) => judge(profile).isMeant;
};
