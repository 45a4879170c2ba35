import type { I18n } from '@lingui/core';
import type { ProblemCause } from '../../../domain/http/problem-cause.ts';
import type { Format } from './format-in.ts';
import { isObject } from './is-object.ts';
import type { WordKey } from './word-key.ts';

/** A column of a file, and what stands in it how often. */
type SeenColumn = { column: string; seen: { word: string; count: number }[] };

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isInstant = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));
const listOf =
  <T>(isOne: (value: unknown) => value is T) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(isOne);
const isSeen = (value: unknown): value is SeenColumn['seen'][number] =>
  isObject(value) && isText(value['word']) && isNumber(value['count']);
const isColumn = (value: unknown): value is SeenColumn =>
  isObject(value) && isText(value['column']) && listOf(isSeen)(value['seen']);

/** The words and the formats of one language. */
export type Wording = {
  t: I18n['_'];
  /** Are there words of this key? */ exists: (key: string) => key is WordKey;
  format: Format;
};

type Show = (value: unknown, language: Wording) => string | undefined;

const text: Show = (value) => (isText(value) ? value : undefined);
const number: Show = (value, { format }) => (isNumber(value) ? format.number(value) : undefined);
const instant: Show = (value, { format }) => (isInstant(value) ? format.dateTime(value) : undefined);
const numbers: Show = (value, { format }) =>
  listOf(isNumber)(value) ? format.allOf(value.map(format.number)) : undefined;
const anyOf: Show = (value, { format }) => (listOf(isText)(value) ? format.anyOf(value) : undefined);
const howMany: Show = (value, { format }) => (listOf(isText)(value) ? format.number(value.length) : undefined);

/** A code of the domain that has words of its own. */
const coded =
  (keyOf: (code: string) => string): Show =>
  (value, { t, exists }) => {
    const key = isText(value) ? keyOf(value) : '';
    return exists(key) ? t(key) : undefined;
  };

/** `Opt-in: 2 × “no”, 1 × “yes”` */
const columnText = ({ column, seen }: SeenColumn, { number: written }: Format): string =>
  `${column || '–'}: ${seen.map(({ word, count }) => `${written(count)} × “${word}”`).join(', ')}`;
const columns: Show = (value, { format }) =>
  listOf(isColumn)(value) ? value.map((column) => columnText(column, format)).join('; ') : undefined;

/** How the values are shown that the sentences need; other members of a refusal are for programs. */
const shows: Readonly<Record<string, Show>> = {
  by: text,
  name: text,
  runId: text,
  into: text,
  topic: text,
  names: anyOf,
  missing: howMany,
  at: instant,
  until: instant,
  sendAt: instant,
  claimed: number,
  messages: number,
  bytes: number,
  limit: number,
  unknown: number,
  cap: number,
  left: number,
  sent: number,
  rows: number,
  written: number,
  writes: number,
  maxWrites: number,
  maxBytes: number,
  width: number,
  maxWidth: number,
  known: number,
  changed: number,
  usedBy: number,
  most: number,
  positions: numbers,
  lines: numbers,
  columns,
  state: coded((state) => `shell.state.${state}`),
  seriesState: coded((state) => `prepare.series.state.${state}`),
  whoMay: coded((role) => `shell.role.${role}`),
  action: coded((action) => `shell.action.${action}`),
  decision: coded((decision) => `confirm.fate.what.${decision}`),
};

type Shown = Record<string, string>;

/** Undefined when one of the values is none that this console can show. */
const shownOf = (facts: Record<string, unknown>, language: Wording): Shown | undefined => {
  const shown: Shown = {};
  for (const [name, show] of Object.entries(shows)) {
    if (facts[name] === undefined) continue;
    const value = show(facts[name], language);
    if (value === undefined) return undefined;
    shown[name] = value;
  }
  return shown;
};

/** Why a profile was not written, in the words of an import's report. */
const whyOf = (rejection: unknown, shown: Shown, { t, exists }: Wording): string | undefined => {
  const key = `prepare.import.cause.${String(rejection)}`;
  return exists(key)
    ? t(key, { columns: '–', header: '–', date: '–', name: '–', bytes: '–', most: '–', ...shown })
    : undefined;
};

const isCause = (cause: string, { exists }: Wording): cause is ProblemCause => exists(`shell.cause.${cause}`);

type Refusal = { cause: string | undefined; facts: Record<string, unknown> };

/** What is wrong and how to go on. Undefined for a cause that this console does not know, or whose values it cannot read. */
export const causeText = (
  { cause, facts: { rejection, ...facts } }: Refusal,
  language: Wording,
): { what: string; wayOn: string } | undefined => {
  const shown = shownOf(facts, language);
  if (cause === undefined || !isCause(cause, language) || !shown) return undefined;
  const why = rejection === undefined ? '' : whyOf(rejection, shown, language);
  if (why === undefined) return undefined;
  const values = { ...shown, why };
  return { what: language.t(`shell.cause.${cause}`, values), wayOn: language.t(`shell.wayOn.${cause}`, values) };
};
