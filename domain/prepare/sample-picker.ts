import * as z from 'zod';
import type { Sample } from '../model/manifest.ts';

const Measured = z.object({ number: z.int(), missing: z.int(), length: z.int() });
type Measured = z.infer<typeof Measured>;

/** Who was picked so far, for whoever goes on. */
export const PickedSamples = z.object({
  /** Number of the first message. */
  first: z.int().default(0),
  longest: Measured.optional(),
  emptiest: Measured.optional(),
});
export type PickedSamples = z.infer<typeof PickedSamples>;

const isEmptier = (one: Measured, other: Measured): boolean =>
  one.missing > other.missing || (one.missing === other.missing && one.length < other.length);

/** Remembers three people of all who get the same content, however many there are. */
export class SamplePicker {
  private first: number | undefined;
  private longest: Measured | undefined;
  private emptiest: Measured | undefined;

  constructor(before?: PickedSamples) {
    this.longest = before?.longest;
    this.emptiest = before?.emptiest;
    this.first = this.longest && before?.first;
  }

  /** `missing`: fields that are empty; `length`: characters of all together. */
  add(measured: Measured): void {
    this.first ??= measured.number;
    if (!this.longest || measured.length > this.longest.length) this.longest = measured;
    if (!this.emptiest || isEmptier(measured, this.emptiest)) this.emptiest = measured;
  }

  /** People worth looking at, each once: the first, the one with the longest values, the one with the most empty ones. */
  samples(variant?: string): Sample[] {
    const { first, longest, emptiest } = this;
    if (first === undefined || !longest || !emptiest) return [];
    const of = variant === undefined ? {} : { variant };
    const picked: Sample[] = [
      { kind: 'first', number: first, ...of },
      { kind: 'longest', number: longest.number, ...of },
      { kind: 'emptiest', number: emptiest.number, ...of },
    ];
    return picked.filter((one, index) => picked.findIndex(({ number }) => number === one.number) === index);
  }

  state(): PickedSamples {
    const { first = 0, longest, emptiest } = this;
    return { first, ...(longest && { longest }), ...(emptiest && { emptiest }) };
  }
}
