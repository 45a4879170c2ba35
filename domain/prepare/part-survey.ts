import { LiquidError, type Liquid } from 'liquidjs';
import { surveyBounds } from '../content/liquid.ts';
import { isMessageLink, type MessageLink } from '../content/message-links.ts';
import type { SplitPart } from '../model/manifest.ts';
import { bareVariable, compileFragments, stateful } from '../content/render.ts';
import type { MailPart } from '../model/conditions.ts';
import type { BranchCounts, Reached } from './branch-counts.ts';

type Data = Record<string, string>;
type Fragments = SplitPart['fragments'];

/** In the place of the addresses that each message gets for itself, and as long as one. */
export const UNSUBSCRIBE_URL = `https://unsubscribe.invalid/${'u'.repeat(170)}`;
export const messageUrls: Record<MessageLink, string> = {
  unsubscribe_url: UNSUBSCRIBE_URL,
  view_in_browser_url: `https://view.invalid/${'v'.repeat(170)}`,
};

export const withMessageUrls = (data: Data): Data => ({ ...data, ...messageUrls });

/** Of what a fragment became, what is kept, and how many characters it has. */
export type Kept = { shape: string | undefined; length: number };
export type Shaper = (text: string, placeholder: string) => Kept;
/** What some fragments became for one recipient, and what it took. */
export type Made = { kept: (Kept & { placeholder: string })[]; work: number; reached: Reached };
export type Failure = { cause: string; place: string };
/** Of which part of a mail the conditions are counted, and where. */
export type Counting = { part: MailPart; branches: BranchCounts };

/** Characters that are remembered of what fragments became for whom; then they are forgotten. */
const MOST_REMEMBERED = 2_000_000;
/** What one entry takes beside them, in as many characters. */
const ENTRY = 100;
const PLACE = 120;

const tooMuch = 'work limit exceeded';

/** Liquid writes `, file:…` only where it has one, and then the line, the column and what is there. */
const withoutPlace = (words: string): string => {
  const line = words.search(/, line:\d+, col:\d+/);
  const file = words.indexOf(', file:');
  if (line < 0) return words;
  return words.slice(0, file >= 0 && file < line ? file : line);
};

/** Liquid's own words, without the line of a fragment, which is no line of the template. */
const failureOf = (error: unknown): Failure => {
  const cause = error instanceof Error ? error.message : 'unknown cause';
  // A text that is longer than a text can be, or tags in tags without end.
  if (/Invalid \w+ length|call stack/.test(cause)) return { cause: tooMuch, place: '' };
  const place = LiquidError.is(error) ? error.token.getText() : '';
  return { cause: withoutPlace(cause), place: place.slice(0, PLACE) };
};

/** With a name that is put together, every value can matter. */
const isDynamic = (source: string): boolean => /(^|[^\w\]"'])\[/.test(source);

/** Fragments that Liquid renders together. What they become depends on the values of their variables, and is kept by these. */
class LiquidPiece {
  private readonly fragments: Fragments;
  private readonly names: readonly string[] | undefined;
  private readonly render: ReturnType<typeof compileFragments>;
  private readonly shaper: Shaper;
  private readonly branches: BranchCounts;
  private readonly known = new Map<string, Made | Failure>();
  private remembered = 0;

  constructor(engine: Liquid, fragments: Fragments, shaper: Shaper, { part, branches }: Counting) {
    const source = fragments.map((fragment) => fragment.source).join('');
    this.fragments = fragments;
    this.branches = branches;
    this.render = compileFragments(engine, fragments, (templates) => branches.watch(part, templates));
    const names = engine.globalVariablesSync(engine.parse(source));
    // The links of a message are the same for everybody here.
    this.names = isDynamic(source) ? undefined : names.filter((name) => !isMessageLink(name));
    this.shaper = shaper;
  }

  make(data: Data): Made | Failure {
    const key = this.keyOf(data);
    const known = this.known.get(key);
    if (known) return known;
    const made = this.makeNew(data);
    const shapes = 'kept' in made ? made.kept.map(({ shape }) => shape ?? '') : [];
    this.remembered += shapes.reduce((sum, { length }) => sum + length, key.length + ENTRY);
    if (this.remembered > MOST_REMEMBERED) {
      this.known.clear();
      this.remembered = 0;
    }
    this.known.set(key, made);
    return made;
  }

  private keyOf(data: Data): string {
    let key = '';
    // The length makes it certain where a value ends.
    for (const name of this.names ?? Object.keys(data)) {
      const value = data[name];
      key += value === undefined ? '-' : `${value.length}:${value}`;
    }
    return key;
  }

  private makeNew(data: Data): Made | Failure {
    try {
      const { result, reached } = this.branches.during(() => this.render(withMessageUrls(data), surveyBounds));
      const { values, work } = result;
      const kept = this.fragments.map(({ placeholder }, index) => ({
        placeholder,
        ...this.shaper(values[index] ?? '', placeholder),
      }));
      return { kept, work, reached };
    } catch (error) {
      return failureOf(error);
    }
  }
}

/** `url`: what stands for it where it is a link of the message. */
type Bare = { placeholder: string; name: string; times: number; url: string | undefined };

/** How often each placeholder occurs in a skeleton. */
const timesIn = (skeleton: string): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const [, name = ''] of skeleton.matchAll(/\{\{([a-z]\d+)\}\}/g)) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
};

const nothingMade: readonly Made[] = [];

/** The fragments of one part: bare variables, which are looked up, and what Liquid makes of the others. */
export class PartSurvey {
  readonly bare: readonly Bare[];
  private readonly pieces: readonly LiquidPiece[];
  private readonly times: ReadonlyMap<string, number>;

  constructor(engine: Liquid, { skeleton, fragments }: SplitPart, shaper: Shaper, counting: Counting) {
    this.times = timesIn(skeleton);
    const isWhole = fragments.some(({ source }) => stateful.test(source));
    const named = fragments.map((fragment) => ({
      fragment,
      name: isWhole ? undefined : bareVariable(engine, fragment.source),
    }));
    this.bare = named.flatMap(({ fragment: { placeholder }, name }) =>
      name === undefined
        ? []
        : [
            {
              placeholder,
              name,
              times: this.times.get(placeholder) ?? 1,
              url: isMessageLink(name) ? messageUrls[name] : undefined,
            },
          ],
    );
    const others = named.flatMap(({ fragment, name }) => (name === undefined ? [fragment] : []));
    const together = isWhole ? [others] : others.map((fragment) => [fragment]);
    this.pieces = together.map((each) => new LiquidPiece(engine, each, shaper, counting));
  }

  /** What Liquid makes of the pieces, in their order, or why it cannot. */
  make(data: Data): readonly Made[] | Failure {
    for (const { name, url } of this.bare)
      if (url === undefined && typeof data[name] !== 'string')
        return { cause: `undefined variable: ${name}`, place: `{{ ${name} }}` };
    if (this.pieces.length === 0) return nothingMade;
    const all: Made[] = [];
    let work = 0;
    for (const piece of this.pieces) {
      const made = piece.make(data);
      if ('cause' in made) return made;
      work += made.work;
      if (work > surveyBounds.work) return { cause: tooMuch, place: '' };
      all.push(made);
    }
    return all;
  }

  /** Characters of the values of this recipient, each as often as it is put in. */
  lengthOf(data: Data, made: readonly Made[]): number {
    let length = 0;
    for (const { name, times, url } of this.bare) length += (url ?? data[name] ?? '').length * times;
    for (const { kept } of made)
      for (const { placeholder, length: each } of kept) length += each * (this.times.get(placeholder) ?? 1);
    return length;
  }
}
