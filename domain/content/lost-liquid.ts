import { enclosedIn, withoutEnclosed } from '../values/enclosed.ts';
import { liquidPlaces } from './liquid-places.ts';
import { htmlEngine } from './render.ts';

/** A tag or an output of Liquid as written in a source, on its line. */
type Token = { text: string; line: number };

const MARK = 'liquidtoken';

/** A remark that has no element in it. */
const remark = /^\{%-?\s*(#|comment\b[^<]*endcomment)/;
const comments = [/<!--/, /-->/] as const;

const linesIn = (text: string): number => text.split('\n').length - 1;

const isComplete = (liquid: string): boolean => {
  try {
    htmlEngine.parse(liquid);
    return true;
  } catch {
    return false;
  }
};

type Part = { from: number; to: number; outputsOnly: boolean };

/**
 * Parts of the source whose Liquid may go: default values, which elements may take over or not and nobody misses if none
 * does, and what is commented out as a whole.
 */
const dispensable = (source: string): Part[] => {
  const defaults = [
    ...enclosedIn(source, /<mj-attributes\b/i, /<\/mj-attributes\s*>/i),
    ...enclosedIn(source, /<mj-font\b/i, />/),
  ];
  const remarks = [...enclosedIn(source, ...comments)].filter(({ from, to }) => isComplete(source.slice(from, to)));
  const all = [
    ...defaults.map(({ from, to }) => ({ from, to, outputsOnly: true })),
    ...remarks.map(({ from, to }) => ({ from, to, outputsOnly: false })),
  ];
  return all.toSorted((one, other) => one.from - other.from);
};

/** Asked for places from the front: how far what lies around them reaches, of tags and of outputs. */
class Dispensable {
  private readonly parts: readonly Part[];
  private next = 0;
  private readonly to = { tags: 0, outputs: 0 };

  constructor(source: string) {
    this.parts = dispensable(source);
  }

  has(index: number, isOutput: boolean): boolean {
    for (let part = this.parts[this.next]; part && part.from <= index; part = this.parts[(this.next += 1)]) {
      this.to.outputs = Math.max(this.to.outputs, part.to);
      if (!part.outputsOnly) this.to.tags = Math.max(this.to.tags, part.to);
    }
    return index < (isOutput ? this.to.outputs : this.to.tags);
  }
}

/** Where a pattern matches next, asked for places from the front: it is looked for once, however often it is asked for. */
const following = (source: string, sought: RegExp): ((from: number) => { at: number; to: number }) => {
  const pattern = new RegExp(sought.source, 'g');
  let found = { at: -1, to: -1 };
  return (from) => {
    if (found.at >= from) return found;
    pattern.lastIndex = from;
    const match = pattern.exec(source);
    found = match ? { at: match.index, to: pattern.lastIndex } : { at: Infinity, to: Infinity };
    return found;
  };
};

/** Outputs and tags. What is raw is no Liquid, and a remark belongs together unless an element is in it. */
export function* tokensIn(source: string): Generator<{ from: number; to: number }> {
  const ends = {
    comment: following(source, /\{%-?\s*endcomment\s*-?%\}/),
    raw: following(source, /\{%-?\s*endraw\s*-?%\}/),
  };
  const element = following(source, /</);
  const places = liquidPlaces(source);
  for (let place = places.next(); !place.done;) {
    const { from, to } = place.value;
    const [, block] = /^\{%-?\s*(comment|raw)\s*-?%\}$/.exec(source.slice(from, to)) ?? [];
    const end = block === 'comment' || block === 'raw' ? ends[block](to) : undefined;
    const isWhole = end !== undefined && end.to < Infinity && (block === 'raw' || element(to).at > end.at);
    const behind = isWhole ? end.to : to;
    yield { from, to: behind };
    place = places.next(behind);
  }
}

/** The source with a name of its own in each tag and output of Liquid, so that each can be found again when it is compiled. */
export type MarkedLiquid = { source: string; tokens: ReadonlyMap<string, Token> };

export const markLiquid = (source: string): MarkedLiquid => {
  const mayGo = new Dispensable(source);
  const found = new Map<string, Token>();
  const marked: string[] = [];
  let [at, line] = [0, 1];
  for (const { from, to } of tokensIn(source)) {
    const text = source.slice(from, to);
    line += linesIn(source.slice(at, from));
    const opening = /^\{[{%]-?/.exec(text)?.[0] ?? '';
    const isKept = mayGo.has(from, text.startsWith('{{')) || remark.test(text);
    const mark = `${MARK}${found.size}x`;
    if (!isKept) found.set(mark, { text, line });
    marked.push(source.slice(at, from), isKept ? text : `${opening}${mark} ${text.slice(opening.length)}`);
    line += linesIn(text);
    at = to;
  }
  return { source: [...marked, source.slice(at)].join(''), tokens: found };
};

/** What of the marked source is not in what became of it: the first that is missing. */
export const firstLost = ({ tokens: found }: MarkedLiquid, compiled: string): Token | undefined => {
  const kept = new Set(compiled.match(new RegExp(`${MARK}\\d+x`, 'g')));
  for (const [mark, token] of found) if (!kept.has(mark)) return token;
  return undefined;
};

/** The first file that the source takes in, outside of comments. */
export const includeIn = (source: string): string | undefined => {
  const visible = withoutEnclosed(source, ...comments);
  const [include] = enclosedIn(visible, /<mj-include\b/i, />/);
  return include && visible.slice(include.from, include.to);
};
