import type { AudienceFilter, Condition } from './audience-filter.ts';
import type { Profile } from './profile.ts';

export type Described = Pick<Profile, 'address' | 'attributes' | 'lists'>;
type Test = (profile: Described) => boolean;

const folded = (text: string): string => text.trim().toLowerCase();

const textOf = ({ address, attributes }: Described, name: string): string =>
  folded(name === 'email' ? address : (attributes[name] ?? ''));

const number = /^-?\d+(\.\d+)?$/;
const date = /^\d{4}-\d\d-\d\d(t[\d:.]+(z|[+-]\d\d:\d\d)?)?$/;

/** Numbers and dates are two measures that do not compare; undefined: the text is neither. */
const measured = (text: string): { by: 'number' | 'date'; size: number } | undefined => {
  if (number.test(text)) return { by: 'number', size: Number(text) };
  const time = date.test(text) ? Date.parse(text.toUpperCase()) : Number.NaN;
  return Number.isNaN(time) ? undefined : { by: 'date', size: time };
};

const ordered = (text: string, wanted: string, is: 'greater' | 'less'): boolean => {
  const [given, limit] = [measured(text), measured(wanted)];
  if (given === undefined || limit === undefined || given.by !== limit.by) return false;
  return is === 'greater' ? given.size > limit.size : given.size < limit.size;
};

const listTest = ({ is, list }: Extract<Condition, { list: string }>): Test =>
  is === 'inList' ? ({ lists }) => lists.includes(list) : ({ lists }) => !lists.includes(list);

type Compared = Extract<Condition, { value: string }>['is'];

const comparing: Record<Compared, (text: string, wanted: string) => boolean> = {
  equals: (text, wanted) => text === wanted,
  notEquals: (text, wanted) => text !== wanted,
  contains: (text, wanted) => text.includes(wanted),
  beginsWith: (text, wanted) => text.startsWith(wanted),
  greater: (text, wanted) => ordered(text, wanted, 'greater'),
  less: (text, wanted) => ordered(text, wanted, 'less'),
};

/** The question about one attribute, which comes folded. */
const textTest = (condition: Exclude<Condition, { list: string }>): ((text: string) => boolean) => {
  if ('values' in condition) {
    const values = new Set(condition.values.map(folded));
    return (text) => values.has(text);
  }
  if (!('value' in condition)) return condition.is === 'exists' ? (text) => text !== '' : (text) => text === '';
  const wanted = folded(condition.value);
  const compare = comparing[condition.is];
  return (text) => compare(text, wanted);
};

const testOf = (condition: Condition): Test => {
  if ('list' in condition) return listTest(condition);
  const { attribute } = condition;
  const asks = textTest(condition);
  return (profile) => asks(textOf(profile, attribute));
};

/** A filter as a question to a profile, made once for a whole audience. Without a filter everybody is meant. */
export const matcherOf = (filter: AudienceFilter | undefined): Test => {
  if (!filter) return () => true;
  const tests = filter.conditions.map(testOf);
  return filter.join === 'all'
    ? (profile) => tests.every((test) => test(profile))
    : (profile) => tests.some((test) => test(profile));
};
