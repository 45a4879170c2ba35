import { htmlEngine } from './render.ts';

/** A tag or an output of Liquid as written in a source, on its line. */
type Token = { text: string; line: number };

const MARK = 'liquidtoken';

/** What is raw is no Liquid, and a remark belongs together. */
const tokens =
  /\{%-?\s*comment\s*-?%\}[^<]*?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*raw\s*-?%\}[^]*?\{%-?\s*endraw\s*-?%\}|\{%[^]*?%\}|\{\{[^]*?\}\}/g;

/** A remark that has no element in it. */
const remark = /^\{%-?\s*(#|comment\b[^<]*endcomment)/;
/** Where a value is a default that elements may take over or not: nobody misses it if none does. */
const defaults = /<mj-attributes\b[^]*?<\/mj-attributes\s*>|<mj-font\b[^>]*>/gi;
const comments = /<!--[^]*?-->/g;

const isComplete = (liquid: string): boolean => {
  try {
    htmlEngine.parse(liquid);
    return true;
  } catch {
    return false;
  }
};

/** Parts of the source whose Liquid may go: default values, and what is commented out as a whole. */
const dispensable = (source: string): { from: number; to: number; outputsOnly: boolean }[] => [
  ...[...source.matchAll(defaults)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    outputsOnly: true,
  })),
  ...[...source.matchAll(comments)]
    .filter(([comment]) => isComplete(comment))
    .map(({ index, 0: { length } }) => ({ from: index, to: index + length, outputsOnly: false })),
];

/** The source with a name of its own in each tag and output of Liquid, so that each can be found again when it is compiled. */
export type MarkedLiquid = { source: string; tokens: ReadonlyMap<string, Token> };

export const markLiquid = (source: string): MarkedLiquid => {
  const spans = dispensable(source);
  const found = new Map<string, Token>();
  const marked = source.replace(tokens, (text: string, index: number) => {
    const isOutput = text.startsWith('{{');
    const mayGo = spans.some(({ from, to, outputsOnly }) => from <= index && index < to && (isOutput || !outputsOnly));
    if (mayGo || remark.test(text)) return text;
    const mark = `${MARK}${found.size}x`;
    found.set(mark, { text, line: source.slice(0, index).split('\n').length });
    const opening = /^\{[{%]-?/.exec(text)?.[0] ?? '';
    return `${opening}${mark} ${text.slice(opening.length)}`;
  });
  return { source: marked, tokens: found };
};

/** What of the marked source is not in what became of it: the first that is missing. */
export const firstLost = ({ tokens: found }: MarkedLiquid, compiled: string): Token | undefined => {
  const kept = new Set(compiled.match(new RegExp(`${MARK}\\d+x`, 'g')));
  for (const [mark, token] of found) if (!kept.has(mark)) return token;
  return undefined;
};

/** The first file that the source takes in, outside of comments. */
export const includeIn = (source: string): string | undefined =>
  /<mj-include\b[^>]*>/i.exec(source.replaceAll(comments, ''))?.[0];
