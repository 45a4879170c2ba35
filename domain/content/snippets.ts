import type { Content, MailContent } from '../model/campaign.ts';
import { askedBy, SNIPPETS_MAX } from '../model/snippet.ts';
import { tokensIn } from './lost-liquid.ts';
import { MOST_CHARACTERS } from './liquid.ts';

/** Texts by their names. Liquid itself knows none: they stand in a content before it is read. */
export type SnippetTexts = ReadonlyMap<string, string>;
export const noSnippets: SnippetTexts = new Map();

/** A snippet in a snippet in a snippet. */
const MOST_DEEP = 5;
/** In one text. A snippet that has ten of the next one, five deep, would be a hundred thousand. */
const MOST_INSERTED = 1000;

const asking = /^\{%-?\s*(?:render|include)\b/;

type Use = { from: number; to: number; code: string };

/** Tags that ask for a snippet; none of what is raw or a remark. */
const usesIn = (text: string): Use[] => {
  if (!/\b(?:render|include)\b/.test(text)) return [];
  const uses: Use[] = [];
  for (const { from, to } of tokensIn(text)) {
    const code = text.slice(from, to);
    if (asking.test(code)) uses.push({ from, to, code });
  }
  return uses;
};

/** Names of snippets that a text asks for by itself, each once; no more than there can be. */
export const snippetNamesIn = (text: string): string[] => {
  const names = usesIn(text).flatMap(({ code }) => askedBy(code)?.name ?? []);
  return [...new Set(names)].slice(0, SNIPPETS_MAX);
};

const textsOf = ({ subject, preheader, mjml = '', html = '', text }: MailContent): string[] => [
  subject,
  preheader,
  mjml,
  html,
  text,
];

/** Those that a content and its variants ask for by themselves. */
export const snippetNamesOf = (content: Content): string[] => {
  const mails = [content, ...(content.variants ?? []).map((variant) => variant.content)];
  return [...new Set(mails.flatMap(textsOf).flatMap(snippetNamesIn))].toSorted().slice(0, SNIPPETS_MAX);
};

type Taking = {
  snippets: SnippetTexts;
  /** Elements of MJML may stand there. */
  isMjml: boolean;
  left: { insertions: number; characters: number };
};

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(' → ');

/** @throws Error in one line, for who writes the content */
const takenIn = (taking: Taking, path: readonly string[], name: string): string => {
  const chain = [...path, name];
  if (path.includes(name)) throw new Error(`snippets ask for one another in a circle: ${quoted(chain)}`);
  if (chain.length > MOST_DEEP)
    throw new Error(`snippets may be ${MOST_DEEP} deep within one another: ${quoted(chain)}`);
  const text = taking.snippets.get(name);
  if (text === undefined) throw new Error(`there is no snippet ${quoted(chain)}`);
  if (!taking.isMjml && /<mj-/i.test(text))
    throw new Error(`the snippet ${quoted(chain)} has elements of MJML, and can stand in MJML only`);
  taking.left.insertions -= 1;
  taking.left.characters -= text.length;
  if (taking.left.insertions < 0 || taking.left.characters < 0)
    throw new Error(`snippets make this too large: ${quoted(chain)}`);
  return withTaken(text, taking, chain).text;
};

/** Where a tag stood, in lines of the text as it was written from 1 on, and how many more lines there are since. */
type Shift = { line: number; lines: number; more: number };

const linesIn = (text: string): number => text.split('\n').length - 1;

const RAW = '<mj-raw>';
const rawEnd = /\s*<\/mj-raw\s*>/y;
const blanks = /\s*/y;

const endOf = (text: string, pattern: RegExp, from: number): number | undefined => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

/**
 * What goes of a text for a tag that asks: of the text before it how much stays, and where the text behind it begins. An
 * `mj-raw` that holds nothing but the tag stands for elements of MJML, and goes where they come.
 */
const gapOf = (text: string, { before, to, put }: { before: string; to: number; put: string }, code: string) => {
  const { trimsBefore = false, trimsBehind = false } = askedBy(code) ?? {};
  const trimmed = before.trimEnd();
  const behindRaw = /<mj-/i.test(put) && trimmed.endsWith(RAW) ? endOf(text, rawEnd, to) : undefined;
  if (behindRaw !== undefined) return { kept: trimmed.slice(0, -RAW.length), behind: behindRaw };
  return { kept: trimsBefore ? trimmed : before, behind: trimsBehind ? (endOf(text, blanks, to) ?? to) : to };
};

/** @throws SnippetFault for a tag of the text itself */
const withTaken = (text: string, taking: Taking, path: readonly string[] = []): { text: string; shifts: Shift[] } => {
  const pieces: string[] = [];
  const shifts: Shift[] = [];
  let [at, line] = [0, 1];
  for (const { from, to, code } of usesIn(text)) {
    const before = text.slice(at, from);
    line += linesIn(before);
    const put = putAt(askedBy(code)?.name, taking, { path, line });
    const { kept, behind } = gapOf(text, { before, to, put }, code);
    pieces.push(kept, put);
    const lines = linesIn(put);
    shifts.push({ line, lines, more: lines - linesIn(text.slice(from, behind)) - linesIn(before.slice(kept.length)) });
    line += linesIn(text.slice(from, behind));
    at = behind;
  }
  return { text: [...pieces, text.slice(at)].join(''), shifts };
};

/** Something is wrong with a snippet, on a line of the text that asks for it. */
export class SnippetFault extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'SnippetFault';
    this.line = line;
  }
}

const putAt = (
  name: string | undefined,
  taking: Taking,
  { path, line }: { path: readonly string[]; line: number },
): string => {
  try {
    if (name !== undefined) return takenIn(taking, path, name);
    throw new Error("a snippet is asked for by its name alone: {% render 'name' %}, small letters, digits and hyphens");
  } catch (error) {
    throw error instanceof Error && path.length === 0 ? new SnippetFault(error.message, line) : error;
  }
};

/** Which line of the text as it was written a line of the whole is, or is taken in by. */
const lineIn =
  (shifts: readonly Shift[]) =>
  (line: number): number => {
    let more = 0;
    for (const shift of shifts) {
      if (line < shift.line + more) break;
      if (line <= shift.line + more + shift.lines) return shift.line;
      more += shift.more;
    }
    return line - more;
  };

export type WithSnippets = { text: string; lineOf: (line: number) => number };

/**
 * A text with the snippets that it asks for in the place of their tags, as if they were written there: so what is checked,
 * hashed, confirmed and sent has no snippet in it. White space around `{%-` and `-%}` goes, as it does in Liquid.
 * @throws SnippetFault for one that is not there, asks for itself, lies too deep, makes it too large, or is of MJML where none can be
 */
export const withSnippets = (text: string, snippets: SnippetTexts, isMjml: boolean): WithSnippets => {
  const left = { insertions: MOST_INSERTED, characters: MOST_CHARACTERS };
  const taken = withTaken(text, { snippets, isMjml, left });
  return { text: taken.text, lineOf: lineIn(taken.shifts) };
};
