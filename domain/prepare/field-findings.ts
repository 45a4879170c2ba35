import * as z from 'zod';
import type { Recipient, Sample } from '../model/manifest.ts';

const Measured = z.object({ number: z.int(), missing: z.int(), length: z.int() });
type Measured = z.infer<typeof Measured>;

/** What was found so far, for whoever goes on. */
export const FieldState = z.object({
  empty: z.array(z.tuple([z.string(), z.int()])),
  longest: Measured.optional(),
  emptiest: Measured.optional(),
});
export type FieldState = z.infer<typeof FieldState>;

const isEmptier = (one: Measured, other: Measured): boolean =>
  one.missing > other.missing || (one.missing === other.missing && one.length < other.length);

/** Looks at the fields of everybody who gets a message, and remembers three people of all, however many there are. */
export class FieldFindings {
  /** Of the variables that the template uses, those that are empty for somebody: for how many. */
  readonly empty: Map<string, number>;
  private longest: Measured | undefined;
  private emptiest: Measured | undefined;

  constructor(before: FieldState = { empty: [] }) {
    this.empty = new Map(before.empty);
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
      if (value !== '') continue;
      missing += 1;
      this.empty.set(name, (this.empty.get(name) ?? 0) + 1);
    }
    const measured = { number, missing, length };
    if (!this.longest || length > this.longest.length) this.longest = measured;
    if (!this.emptiest || isEmptier(measured, this.emptiest)) this.emptiest = measured;
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
    const { empty, longest, emptiest } = this;
    return { empty: [...empty], ...(longest && { longest }), ...(emptiest && { emptiest }) };
  }
}
