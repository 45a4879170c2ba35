import { WINNER } from './test-names.ts';
import * as z from 'zod';
import type { WaveUnderway } from './waves.ts';

/** With the campaign's own content, which is the first of them. */
export const AB_VARIANTS_MAX = 5;
/**
 * Who is picked is held in memory until everybody was looked at, as the picked of a wave are, and all their messages are
 * read at the moment of the decision: some seconds.
 */
export const AB_PEOPLE_MAX = 50_000;
const HOURS_MAX = 72;

const AbTestShare = z.discriminatedUnion('by', [
  /** Per cent of all who get a message, in whole people; at most 50,000 people. */
  z.strictObject({ by: z.literal('percent'), percent: z.int().min(1).max(90) }),
  z.strictObject({ by: z.literal('number'), people: z.int().min(2).max(AB_PEOPLE_MAX) }),
]);

export const AbTest = z
  .strictObject({
    share: AbTestShare.describe('How many are in the test, all variants together; each variant gets as many'),
    decideBy: z.enum(['clicks', 'opens']).describe('Those of people: machines are nobody'),
    afterHours: z
      .int()
      .min(1)
      .max(HOURS_MAX)
      .describe('From when the test is out to the decision, and with it to the rest'),
  })
  .describe(
    'A share gets the variants of the content in equal parts; the one that wins goes to the rest. At a tie the first of the best wins, and where too few did anything the own content',
  );
export type AbTest = z.infer<typeof AbTest>;

/** What one of the variants came to in the test, at the moment of the decision. */
export const AbFigures = z.object({
  /** Null: the campaign's own content. */
  id: z.string().nullable(),
  recipients: z.int().min(0),
  delivered: z.int().min(0),
  /** Of so many of the delivered messages opens and clicks can be known. */
  known: z.int().min(0),
  /** Messages of those that a person opened, and clicked. */
  opened: z.int().min(0),
  clicked: z.int().min(0),
});
export type AbFigures = z.infer<typeof AbFigures>;

/** What a test came to. It is written once, with what it was decided by; what is reported later changes nothing of it. */
export const AbResult = z
  .object({
    decidedAt: z.iso.datetime(),
    /** Null: the campaign's own content. */
    winner: z.string().nullable(),
    /**
     * `most`: more people did it than with any other one. `tie`: as many, by their share, with another one; it is the first
     * of those. `tooFew`: too few messages of which it can be known, or too few people; it is the own content. `chosen`:
     * somebody decided before its hours were over, whatever the figures said.
     */
    reason: z.enum(['most', 'tie', 'tooFew', 'chosen']),
    /** So large a difference to the second is chance in fewer than one of twenty tests. */
    isClear: z.boolean(),
    figures: z.array(AbFigures),
  })
  .meta({ id: 'AbResult' });
export type AbResult = z.infer<typeof AbResult>;

/** With fewer messages of a variant of which it can be known, or fewer people who did it with the best, chance decides. */
export const AB_KNOWN_MIN = 50;
export const AB_DID_MIN = 5;

const didOf = ({ opened, clicked }: AbFigures, decideBy: AbTest['decideBy']): number =>
  decideBy === 'opens' ? opened : clicked;

/** Two shares are compared by whole numbers: 1/3 has no exact binary form. */
type Share = { did: number; known: number };
const compared = (one: Share, other: Share): number => other.did * one.known - one.did * other.known;

/** 97.5 % of a normal distribution lie below. */
const Z_975 = 1.96;

/** The two-proportion z-test, with a pooled share. */
const isBeyondChance = (one: Share, other: Share): boolean => {
  const pooled = (one.did + other.did) / (one.known + other.known);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / one.known + 1 / other.known));
  return deviation > 0 && (one.did / one.known - other.did / other.known) / deviation >= Z_975;
};

/** Which content goes to the rest, by these figures alone. `figures`: in the order of the contents, the own one first. */
export const decideAbTest = (
  figures: readonly AbFigures[],
  { decideBy }: Pick<AbTest, 'decideBy'>,
): Pick<AbResult, 'winner' | 'reason' | 'isClear'> => {
  const shares = figures.map((one) => ({ id: one.id, known: one.known, did: didOf(one, decideBy) }));
  // Sorting keeps the order of those that are alike.
  const [first, second] = shares.toSorted(compared);
  const isEnough = shares.every(({ known }) => known >= AB_KNOWN_MIN) && (first?.did ?? 0) >= AB_DID_MIN;
  if (!first || !second || !isEnough) return { winner: null, reason: 'tooFew', isClear: false };
  if (compared(first, second) === 0) return { winner: first.id, reason: 'tie', isClear: false };
  return { winner: first.id, reason: 'most', isClear: isBeyondChance(first, second) };
};

/**
 * Which content people of a chunk get, of a run whose test came to that. Undefined: the campaign's own. Before the
 * decision it is `WINNER`, which no content has: nothing can be sent of it.
 */
export const contentGot = (variant: string | undefined, result: AbResult | undefined): string | undefined =>
  variant === WINNER && result ? (result.winner ?? undefined) : variant;

type Tested = {
  schedule: { abTest?: AbTest | undefined };
  abTest?: AbResult | undefined;
  wave?: WaveUnderway | undefined;
};

/** Is a test out, of which nothing was decided? The first wave is the test, and the second one has not begun. */
export const isTestWaiting = ({ schedule, abTest, wave }: Tested): boolean =>
  schedule.abTest !== undefined && abTest === undefined && (wave?.number ?? 0) > 0 && wave?.begunAt === undefined;

/** What the history of a run says of it. */
export const abTestFacts = ({ winner, reason, figures }: AbResult) => ({
  winner: winner ?? '',
  reason,
  known: figures.map(({ known }) => known).join(', '),
  opened: figures.map(({ opened }) => opened).join(', '),
  clicked: figures.map(({ clicked }) => clicked).join(', '),
});
