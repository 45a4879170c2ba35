import type { SplitContent } from '../model/manifest.ts';
import { askedValues, type AskedValue } from './asked-values.ts';
import { isMessageLink, messageLinks } from './message-links.ts';
import { dateVariables, PLANNED_START, usesNow } from './dates.ts';
import { textEngine } from './render.ts';

/** What every template may use beside the attributes of a profile. None is an attribute that an import could set. */
export const systemVariables = ['email', ...messageLinks, PLANNED_START] as const;

const partsOf = ({ subject, html, text }: SplitContent) => [subject, html, text];

/** Names of the variables that the fragments use, each once, sorted. What an earlier fragment of a part sets is none. */
export const variablesOf = (content: SplitContent): string[] => {
  const names = partsOf(content).flatMap(({ fragments }) =>
    textEngine.globalVariablesSync(textEngine.parse(fragments.map(({ source }) => source).join(''))),
  );
  return [...new Set(names)].toSorted();
};

/** What is frozen of a recipient. */
export const personalVariables = (content: SplitContent): string[] => [
  ...variablesOf(content).filter((name) => !isMessageLink(name)),
  ...(partsOf(content).some(({ fragments }) => usesNow(fragments)) ? [PLANNED_START] : []),
];

/** Variables that no recipient has and no system provides: a typing error nearly always. */
export const unknownVariables = (used: readonly string[], attributes: ReadonlySet<string>): string[] =>
  used.filter((name) => !attributes.has(name) && !systemVariables.some((system) => system === name));

/** Does a part use the unsubscribe link? */
export const usesUnsubscribe = (part: SplitContent['html']): boolean =>
  part.fragments.some(({ source }) => source.includes('unsubscribe_url'));

/** Does a mail show where it can be viewed in a browser? */
export const usesView = (content: SplitContent): boolean =>
  partsOf(content).some(({ fragments }) => fragments.some(({ source }) => source.includes('view_in_browser_url')));

/** What the conditions of a content read of a recipient, each once. Who compares a value knows what is in it. */
export const askedValuesOf = (content: SplitContent): AskedValue[] => {
  const asked = partsOf(content).flatMap(({ fragments }) =>
    askedValues(textEngine.parse(fragments.map(({ source }) => source).join(''))),
  );
  const compared = new Set(asked.filter(({ as }) => as !== 'filled').map(({ name }) => name));
  const each = new Map(asked.map((one) => [`${one.as} ${one.name}`, one]));
  return [...each.values()].filter(({ name, as }) => as !== 'text' && (as !== 'filled' || !compared.has(name)));
};

/** Variables that a template writes as dates. */
export const dateVariablesOf = (content: SplitContent): string[] => [
  ...new Set(partsOf(content).flatMap(({ fragments }) => dateVariables(fragments))),
];
