import * as z from 'zod';
import { PLANNED_START } from '../content/dates.ts';
import type { Recipient, Sample } from '../model/manifest.ts';
import { readDateText } from '../values/date-text.ts';

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

const Measured = z.object({ number: z.int(), missing: z.int(), length: z.int() });
type Measured = z.infer<typeof Measured>;

/** What was found so far, for whoever goes on. */
export const FieldState = z.object({
  empty: Counted,
  words: Counted.default([]),
  undated: Counted.default([]),
  longest: Measured.optional(),
  emptiest: Measured.optional(),
});
export type FieldState = z.infer<typeof FieldState>;

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

const isEmptier = (one: Measured, other: Measured): boolean =>
  one.missing > other.missing || (one.missing === other.missing && one.length < other.length);

/** Looks at the fields of everybody who gets a message, and remembers three people of all, however many there are. */
export class FieldFindings {
  /** Of the variables that the template uses, those that are empty for somebody: for how many. */
  readonly empty: Map<string, number>;
  /** `name: NULL`, for how many: a word of a program in the place of a value. */
  readonly words: Map<string, number>;
  /** Variables that the template writes as dates, and for how many they are none. */
  readonly undated: Map<string, number>;
  private readonly dates: ReadonlySet<string>;
  private longest: Measured | undefined;
  private emptiest: Measured | undefined;

  /** @param dates names of the variables that the template writes as dates */
  constructor(dates: readonly string[], before: FieldState = { empty: [], words: [], undated: [] }) {
    this.dates = new Set(dates);
    this.empty = new Map(before.empty);
    this.words = new Map(before.words);
    this.undated = new Map(before.undated);
    this.longest = before.longest;
    this.emptiest = before.emptiest;
  }

  /** `number` is the message's. */
  add({ data }: Recipient, number: number): void {
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
    const measured = { number, missing, length };
    if (!this.longest || length > this.longest.length) this.longest = measured;
    if (!this.emptiest || isEmptier(measured, this.emptiest)) this.emptiest = measured;
  }

  private judge(name: string, value: string): void {
    if (isNothingWord(value)) count(this.words, `${name}: ${value}`);
    else if (this.dates.has(name) && !readDateText(value)) count(this.undated, name);
  }

  /** People worth looking at, each once: the first, the one with the longest values, the one with the most empty ones. */
  samples(): Sample[] {
    if (!this.longest || !this.emptiest) return [];
    const picked: Sample[] = [
      { kind: 'first', number: 0 },
      { kind: 'longest', number: this.longest.number },
      { kind: 'emptiest', number: this.emptiest.number },
    ];
    return picked.filter((one, index) => picked.findIndex(({ number }) => number === one.number) === index);
  }

  state(): FieldState {
    const { empty, words, undated, longest, emptiest } = this;
    return {
      empty: [...empty],
      words: [...words],
      undated: [...undated],
      ...(longest && { longest }),
      ...(emptiest && { emptiest }),
    };
  }
}
