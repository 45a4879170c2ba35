import * as z from 'zod';
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
  ...PickedSamples.shape,
  /** The same of those who get another content than the campaign's own. */
  variants: z.array(z.tuple([z.string(), PickedSamples])).default([]),
});
export type FieldState = z.infer<typeof FieldState>;

const nothingFound: FieldState = { empty: [], words: [], undated: [], first: 0, variants: [] };

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** Looks at the fields of everybody who gets a message, and remembers three people of each content. */
export class FieldFindings {
  /** Of the variables that the template uses, those that are empty for somebody: for how many. */
  readonly empty: Map<string, number>;
  /** `name: NULL`, for how many: a word of a program in the place of a value. */
  readonly words: Map<string, number>;
  /** Variables that the template writes as dates, and for how many they are none. */
  readonly undated: Map<string, number>;
  private readonly dates: ReadonlySet<string>;
  private readonly own: SamplePicker;
  private readonly variants: Map<string, SamplePicker>;

  /** @param dates names of the variables that the template writes as dates */
  constructor(dates: readonly string[], before: FieldState = nothingFound) {
    this.dates = new Set(dates);
    this.empty = new Map(before.empty);
    this.words = new Map(before.words);
    this.undated = new Map(before.undated);
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
    else if (this.dates.has(name) && !readDateText(value)) count(this.undated, name);
  }

  /** The people worth looking at, of each content. */
  samples(): Sample[] {
    return [...this.own.samples(), ...[...this.variants].flatMap(([variant, picker]) => picker.samples(variant))];
  }

  state(): FieldState {
    const { empty, words, undated } = this;
    return {
      empty: [...empty],
      words: [...words],
      undated: [...undated],
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
