import * as z from 'zod';

/** Of how many conditions of a content, and of how many branches of each, it is counted whom they reach. */
export const MOST_CONDITIONS = 20;
export const MOST_BRANCHES = 20;

/** One way through a condition, and how many people go it. Somebody may go several of them where it stands in a loop. */
export const Branch = z
  .object({
    /** As the author wrote it: `member == true`, or of a `case` its values; null: whoever no other branch is for. */
    when: z.string().nullable(),
    people: z.int().min(0),
    /** Number of the message of somebody who goes it; null: nobody does, or only somebody whose content a test decides. */
    sample: z.int().min(0).nullable(),
  })
  .meta({ id: 'Branch' });
export type Branch = z.infer<typeof Branch>;

export const mailParts = ['subject', 'html', 'text'] as const;
export type MailPart = (typeof mailParts)[number];

/** A condition of Liquid; the same one in several places of a mail is one. */
export const Condition = z
  .object({
    tag: z.enum(['if', 'unless', 'case']),
    /** What a `case` is about. */
    of: z.string().optional(),
    parts: z.array(z.enum(mailParts)),
    branches: z.array(Branch),
    /** So many branches it has beside these. */
    more: z.int().min(0),
  })
  .meta({ id: 'Condition' });
export type Condition = z.infer<typeof Condition>;

/** The conditions of a content, in the order in which they stand in subject, HTML and text. */
export const ContentConditions = z.object({
  /** Absent: those of the campaign's own content. */
  variant: z.string().optional(),
  conditions: z.array(Condition),
  /** So many conditions it has beside these. */
  more: z.int().min(0),
});
export type ContentConditions = z.infer<typeof ContentConditions>;
