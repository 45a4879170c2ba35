import * as z from 'zod';
import { Person } from '../people/people.ts';
import { brandColours, type Brand } from './brand.ts';

/** `code`: as it stands in a source; `text`: as people read it. */
const BrandPart = z.object({ is: z.enum(['code', 'text']), value: z.string() });
export type BrandPart = z.infer<typeof BrandPart>;

/** Who gave the brand a colour, a logo, a name or a line of its imprint. It outlasts that brand: contents still have it. */
export const BrandHands = z.object({
  /** SHA-256 of the part, in hex. */
  id: z.string(),
  /** Raised by each person more. */
  version: z.int().min(1),
  part: BrandPart,
  /** Each once. */
  people: z.array(Person),
});
export type BrandHands = z.infer<typeof BrandHands>;

/** Black, white and greys are everybody's. */
const isGrey = (colour: string): boolean => /^#(..)\1\1$/.test(colour);

const asText = (value: string): BrandPart[] => (value === '' ? [] : [{ is: 'text', value }]);

/** What of a brand can be found again in a content. */
const partsOf = ({ colours, logo, sender, imprint }: Brand): BrandPart[] => [
  ...[...new Set(brandColours.map((name) => colours[name]))]
    .filter((colour) => !isGrey(colour))
    .map((value) => ({ is: 'code' as const, value })),
  ...(logo ? [{ is: 'code' as const, value: logo.id }] : []),
  ...asText(sender),
  ...imprint.split('\n').flatMap((line) => asText(line.trim())),
];

/** What a brand has that the one before did not have. */
export const partsAnew = (before: Brand | null, after: Brand): BrandPart[] => {
  const known = new Set((before ? partsOf(before) : []).map(({ value }) => value));
  return partsOf(after).filter(({ value }) => !known.has(value));
};
