import * as z from 'zod';
import { ShownName } from './shown-name.ts';
import { PathId } from '../http/path-id.ts';

/** Name of a list of profiles. */
export const ListName = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'a list name has 1 to 64 letters, digits, - or _');

/** A column of an import under the name that templates use, or `email`. */
export const Attribute = z
  .string()
  .regex(/^[a-z0-9_]{1,100}$/, 'an attribute is a column of an import in small letters, such as first_name');

const value = z.string().trim().min(1, 'takes a value to compare with').max(200);

/** A number with a decimal point, or a day: what can be greater or less. */
export const Measure = z.union([
  z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/),
  z.iso.date(),
  z.iso.datetime({ offset: true }),
]);

export const comparisons = ['equals', 'notEquals', 'contains', 'beginsWith'] as const;
export const presences = ['exists', 'missing'] as const;
export const orders = ['greater', 'less'] as const;
/** What a text says in one of several languages: `ja`, `TRUE`, `oui`. */
export const answers = ['yes', 'no'] as const;
export const memberships = ['inList', 'notInList'] as const;

/** What somebody did with messages; of opens and clicks only those of people count, never those of machines. */
export const behaviours = ['got', 'notGot', 'opened', 'notOpened', 'clicked', 'notClicked'] as const;
export type Behaviour = (typeof behaviours)[number];
export const segmentMemberships = ['inSegment', 'notInSegment'] as const;
export const groupings = ['anyOf', 'allOf'] as const;

/** What people read of a run or a campaign; nothing is decided by it. */
const called = ShownName.max(100).optional();

/** As many days as a rule of fatigue looks back: who was in an audience is kept for some months only. */
export const MOST_DAYS = 90;

/** The messages that a condition asks about. */
export const MessageSet = z
  .union(
    [
      z.strictObject({ run: PathId, name: called }),
      /** `last`: the run whose sending began last; `all`: those of which it is still known who was in their audience. */
      z.strictObject({ campaign: PathId, runs: z.enum(['last', 'all']), name: called }),
      /** Of all runs whose sending began in so many days before the preparation. */
      z.strictObject({ days: z.int().min(1).max(MOST_DAYS) }),
    ],
    `takes { run }, { campaign, runs: "last" or "all" }, or { days: 1 to ${MOST_DAYS} }`,
  )
  .meta({ id: 'MessageSet' });
export type MessageSet = z.infer<typeof MessageSet>;

const single = [
  z.object({ is: z.enum(comparisons), attribute: Attribute, value }),
  z.object({
    is: z.literal('oneOf'),
    attribute: Attribute,
    values: z.array(value).min(1, 'takes at least one value').max(100),
  }),
  /** An empty attribute is missing. */
  z.object({ is: z.enum(presences), attribute: Attribute }),
  z.object({ is: z.enum(answers), attribute: Attribute }),
  /** Numbers and dates are read as people write them; a day begins at 00:00 UTC. */
  z.object({
    is: z.enum(orders),
    attribute: Attribute,
    value: z.string().refine((given) => Measure.safeParse(given).success, {
      message: 'takes a number such as 12.5 or a date such as 2026-12-31',
    }),
  }),
  z.object({ is: z.enum(memberships), list: ListName }),
  /**
   * `got`: SES reported a delivery. `notOpened`, `notClicked`: got it and did not. Of whom it cannot be known, because
   * they are not tracked or nobody can tell whether a machine did it, is not meant, and is counted.
   */
  z.object({ is: z.enum(behaviours), of: MessageSet }),
  /** By the rule that the segment has when the run is prepared. */
  z.object({ is: z.enum(segmentMemberships), segment: PathId, name: called }),
] as const;

const known = [
  ...comparisons,
  'oneOf',
  ...presences,
  ...answers,
  ...orders,
  ...memberships,
  ...behaviours,
  ...segmentMemberships,
].join(', ');

const MOST_CONDITIONS = 20;

/** A condition that holds no others. */
export const SingleCondition = z
  .discriminatedUnion('is', [...single], `says by "is" what it asks: ${known}`)
  .meta({ id: 'AudienceSingleCondition' });
export type SingleCondition = z.infer<typeof SingleCondition>;

/**
 * One condition on a profile. Texts are compared without regard to case and to white space around them. Whose value
 * cannot be read as what is asked for is not meant, and is counted by a check of the preparation.
 */
export const Condition = z
  .discriminatedUnion(
    'is',
    [...single, z.object({ is: z.enum(groupings), conditions: z.array(SingleCondition).min(1).max(MOST_CONDITIONS) })],
    `says by "is" what it asks: ${known}, ${groupings.join(', ')}`,
  )
  .meta({ id: 'AudienceCondition' });
export type Condition = z.infer<typeof Condition>;

/** Each with those that it holds. */
export const singlesIn = (conditions: readonly Condition[]): SingleCondition[] =>
  conditions.flatMap((condition) => ('conditions' in condition ? condition.conditions : [condition]));

/** By which two conditions ask about the same messages. */
export const messageSetKey = (of: MessageSet): string => {
  if ('run' in of) return `run ${of.run}`;
  return 'campaign' in of ? `${of.runs} ${of.campaign}` : `days ${of.days}`;
};

/** The messages that conditions ask about, each set once. */
export const messageSetsIn = (conditions: readonly Condition[]): MessageSet[] => {
  const sets = singlesIn(conditions).flatMap((condition) => ('of' in condition ? [condition.of] : []));
  return [...new Map(sets.map((of) => [messageSetKey(of), of])).values()];
};

/** Ids of the segments that conditions name, each once. */
export const segmentsIn = (conditions: readonly Condition[]): string[] => [
  ...new Set(singlesIn(conditions).flatMap((condition) => ('segment' in condition ? [condition.segment] : []))),
];

/** Names of the lists that somebody targets, or that conditions ask for, each once. */
export const listsIn = ({ list, filter }: { list: string; filter?: AudienceFilter | null | undefined }): string[] => {
  const asked = singlesIn(filter?.conditions ?? []).flatMap((condition) => ('list' in condition ? condition.list : []));
  return [...new Set([list, ...asked])].filter((name) => name !== '');
};

/** Each set of messages is a byte for everybody who was in their audiences, while a run is prepared. */
const MOST_MESSAGE_SETS = 3;
/** What they say is frozen with each run. */
const MOST_SEGMENTS = 3;

/** Which of the stored profiles are targeted; frozen with each run. */
export const AudienceFilter = z
  .object({
    join: z.enum(['all', 'any'], 'joins its conditions by "all" or by "any"').default('all'),
    conditions: z.array(Condition).min(1, 'a filter has at least one condition').max(MOST_CONDITIONS),
  })
  .refine(
    ({ conditions }) => messageSetsIn(conditions).length <= MOST_MESSAGE_SETS,
    `asks about at most ${MOST_MESSAGE_SETS} different runs, campaigns or numbers of days`,
  )
  .refine(({ conditions }) => segmentsIn(conditions).length <= MOST_SEGMENTS, `names at most ${MOST_SEGMENTS} segments`)
  .meta({ id: 'AudienceFilter' });
export type AudienceFilter = z.infer<typeof AudienceFilter>;

/** Whom a campaign or a segment means: a list, or all profiles (an empty name), and of those whom the filter means. */
export type Audience = { list: string; filter?: AudienceFilter | null | undefined };
