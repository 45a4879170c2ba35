import * as z from 'zod';

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

/**
 * One condition on a profile. Texts are compared without regard to case and to white space around them. Whose value
 * cannot be read as what is asked for is not meant, and is counted by a check of the preparation.
 */
export const Condition = z
  .discriminatedUnion(
    'is',
    [
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
    ],
    `says by "is" what it asks: ${[...comparisons, 'oneOf', ...presences, ...answers, ...orders, ...memberships].join(', ')}`,
  )
  .meta({ id: 'AudienceCondition' });
export type Condition = z.infer<typeof Condition>;

/** Which of the stored profiles are targeted; frozen with each run. */
export const AudienceFilter = z
  .object({
    join: z.enum(['all', 'any'], 'joins its conditions by "all" or by "any"').default('all'),
    conditions: z.array(Condition).min(1, 'a filter has at least one condition').max(20),
  })
  .meta({ id: 'AudienceFilter' });
export type AudienceFilter = z.infer<typeof AudienceFilter>;
