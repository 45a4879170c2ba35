import * as z from 'zod';
import { isMeant, type AskedValue } from '../content/asked-values.ts';
import { PLANNED_START } from '../content/dates.ts';
import type { Recipient, Sample } from '../model/manifest.ts';
import { readDateText } from '../values/date-text.ts';
import { PickedSamples, SamplePicker } from './sample-picker.ts';

/** What programs write where they have nothing: of databases, JavaScript, Python and spreadsheets, English and German. */
const nothingWords = new Set(
  (
    String.raw`null|NULL|Null|(null)|(NULL)|<null>|<NULL>|\N|nil|None|NaN|nan|undefined|[object Object]|n/a|N/A|n.a.|k.A.|` +
    '-|--|–|—|#N/A|#NV|#REF!|#BEZUG!|#NAME?|#VALUE!|#WERT!|#DIV/0!|#NULL!'
  ).split('|'),
);
const longestWord = Math.max(...[...nothingWords].map(({ length }) => length));
/** Most values begin otherwise, and need not be looked up. */
const firstSigns = new Set([...nothingWords].map((word) => word.charCodeAt(0)));

const isNothingWord = (value: string): boolean =>
  value.length <= longestWord && firstSigns.has(value.charCodeAt(0)) && nothingWords.has(value);

const Counted = z.array(z.tuple([z.string(), z.int()]));

/** What was found so far, for whoever goes on. */
export const FieldState = z.object({
  empty: Counted,
  words: Counted.default([]),
  undated: Counted.default([]),
  unread: Counted.default([]),
  noAsYes: Counted.default([]),
  ...PickedSamples.shape,
  /** The same of those who get another content than the campaign's own. */
  variants: z.array(z.tuple([z.string(), PickedSamples])).default([]),
});
export type FieldState = z.infer<typeof FieldState>;

const nothingFound: FieldState = FieldState.parse({ empty: [], first: 0 });

/** Names of the variables that a template writes as dates, and what its conditions read. */
export type Asked = { dates: readonly string[]; values: readonly AskedValue[] };

const noJudges: readonly ((value: string) => void)[] = [];

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** Looks at the fields of everybody who gets a message, and remembers three people of each content. */
export class FieldFindings {
  /** Of the variables that the template uses, those that are empty for somebody: for how many. */
  readonly empty: Map<string, number>;
  /** `name: NULL`, for how many: a word of a program in the place of a value. */
  readonly words: Map<string, number>;
  /** Variables that the template writes as dates, and for how many they are none. */
  readonly undated: Map<string, number>;
  /** Variables that a condition compares, and for how many it cannot read them. */
  readonly unread: Map<string, number>;
  /** `newsletter: no`, for how many: a condition that asks for nothing but the variable holds all the same. */
  readonly noAsYes: Map<string, number>;
  /** By the name of a variable; most are asked for nothing. */
  private readonly judges: ReadonlyMap<string, readonly ((value: string) => void)[]>;
  private readonly own: SamplePicker;
  private readonly variants: Map<string, SamplePicker>;

  /** @param asked how the template reads its variables */
  constructor(asked: Asked, before: FieldState = nothingFound) {
    this.empty = new Map(before.empty);
    this.words = new Map(before.words);
    this.undated = new Map(before.undated);
    this.unread = new Map(before.unread);
    this.noAsYes = new Map(before.noAsYes);
    this.judges = this.judgesOf(asked);
    this.own = new SamplePicker(before);
    this.variants = new Map(before.variants.map(([variant, picked]) => [variant, new SamplePicker(picked)]));
  }

  /** `number` is the message's, `variant` the content that they get; undefined: the campaign's own. */
  add({ data }: Recipient, number: number, variant?: string): void {
    let missing = 0;
    let length = 0;
    for (const name in data) {
      const value = data[name] ?? '';
      length += value.length;
      if (value === '') {
        missing += 1;
        count(this.empty, name);
      } else if (name !== PLANNED_START) this.judge(name, value);
    }
    this.pickerOf(variant).add({ number, missing, length });
  }

  private judge(name: string, value: string): void {
    if (isNothingWord(value)) count(this.words, `${name}: ${value}`);
    else for (const judge of this.judges.get(name) ?? noJudges) judge(value);
  }

  private judgesOf({ dates, values }: Asked): Map<string, ((value: string) => void)[]> {
    const judges = new Map<string, ((value: string) => void)[]>();
    const add = (name: string, judge: (value: string) => void): void =>
      void judges.set(name, [...(judges.get(name) ?? []), judge]);
    for (const name of new Set(dates))
      add(name, (value) => {
        if (!readDateText(value)) count(this.undated, name);
      });
    for (const { name, as } of values)
      add(name, (value) => {
        if (isMeant(as, value)) return;
        if (as === 'filled') count(this.noAsYes, `${name}: ${value.trim()}`);
        else count(this.unread, name);
      });
    return judges;
  }

  /** The people worth looking at, of each content. */
  samples(): Sample[] {
    return [...this.own.samples(), ...[...this.variants].flatMap(([variant, picker]) => picker.samples(variant))];
  }

  state(): FieldState {
    const { empty, words, undated, unread, noAsYes } = this;
    return {
      empty: [...empty],
      words: [...words],
      undated: [...undated],
      unread: [...unread],
      noAsYes: [...noAsYes],
      ...this.own.state(),
      variants: [...this.variants].map(([variant, picker]) => [variant, picker.state()]),
    };
  }

  private pickerOf(variant: string | undefined): SamplePicker {
    if (variant === undefined) return this.own;
    const known = this.variants.get(variant);
    if (known) return known;
    const picker = new SamplePicker();
    this.variants.set(variant, picker);
    return picker;
  }
}
