import * as z from 'zod';
import { Condition } from '../model/conditions.ts';
import { Sample } from '../model/manifest.ts';
import { Counts } from '../model/preparation.ts';
import { Acknowledgement } from '../model/run.ts';
import { RunView } from '../model/run-view.ts';

const Reason = z.string().trim().min(1).max(1000);

/** POST /runs/{id}/decision and POST /confirmations/{linkId}. Whoever does not confirm says why. */
export const DecisionRequest = z
  .object({
    decision: z.enum(['confirm', 'reject', 'requestChanges']),
    /** The fingerprint that the approver saw; another one at the server is refused with 409. */
    manifestHash: z.string().regex(/^[0-9a-f]{64}$/, 'is the 64 hex digits of the fingerprint that was shown'),
    reason: Reason.optional(),
    /** Codes of the warnings that whoever confirms knows of; all of them are needed. */
    acknowledged: z.array(Acknowledgement).max(50).default([]),
  })
  .refine((request) => request.decision === 'confirm' || request.reason !== undefined, {
    message: 'a rejection or a request for changes needs a reason',
    path: ['reason'],
  })
  .meta({ id: 'DecisionRequest' });
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** POST /runs/{id}/withdraw */
export const WithdrawRequest = z.object({ reason: Reason.optional() }).meta({ id: 'WithdrawRequest' });

/** POST /runs/{id}/approvers: `from` is the sub of an approver of the run, `to` the address of another one. */
export const ReassignRequest = z
  .object({ from: z.string().min(1).max(128), to: z.email() })
  .meta({ id: 'ReassignRequest' });
export type ReassignRequest = z.infer<typeof ReassignRequest>;

/**
 * What became of a link. `waiting`: this person has confirmed, others have not yet; `withdrawn` and `missed` (the
 * start was): the question was asked anew, a newer link is in the mail; `voided`: the campaign was edited; `reassigned`: somebody else
 * is asked instead.
 */
export const linkFates = [
  'open',
  'waiting',
  'decided',
  'expired',
  'voided',
  'stopped',
  'withdrawn',
  'missed',
  'reassigned',
  'notYours',
] as const;

/** Changed lines, left and right; `gap`: unchanged lines are left out here; `cut`: more lines than are shown. */
export const ComparedPart = z.array(
  z.object({ kind: z.enum(['same', 'added', 'removed', 'gap', 'cut']), text: z.string() }),
);
export type ComparedPart = z.infer<typeof ComparedPart>;

const ComparedContent = {
  subject: ComparedPart,
  text: ComparedPart,
  /** The HTML differs, which its text need not show. */
  htmlChanged: z.boolean(),
};

/** GET /runs/{id}/difference: against the last run of the campaign that was confirmed, else the last that was prepared. */
export const RunDifference = z
  .object({
    /** Null: there is nothing to compare with. */
    to: z
      .object({
        runId: z.string(),
        createdAt: z.iso.datetime(),
        wasConfirmed: z.boolean(),
        counts: Counts,
      })
      .nullable(),
    ...ComparedContent,
    /** The same of each other content that either has. */
    variants: z.array(
      z.object({
        id: z.string(),
        language: z.string(),
        /** Only one of the two has it. */
        is: z.enum(['new', 'kept', 'gone']),
        ...ComparedContent,
      }),
    ),
    changed: z.array(z.enum(['sender', 'replyTo', 'list', 'filter', 'rules', 'schedule', 'policy', 'language'])),
    /** Attached files that only one of the two has, or that are other ones by the same name. */
    attachments: z.array(z.object({ name: z.string(), is: z.enum(['new', 'gone', 'changed']) })),
    /** People who are new and who are no longer in it; null for an audience that is too large to compare here. */
    audience: z.object({ added: z.int(), removed: z.int() }).nullable(),
  })
  .meta({ id: 'RunDifference' });
export type RunDifference = z.infer<typeof RunDifference>;

/** GET /runs/{id}/conditions: of each content, in words, which conditions it has and how many people each branch reaches. */
export const RunConditions = z
  .object({
    contents: z.array(
      z.object({
        /** By the id of the variant; null: the campaign's own content. */
        variant: z.string().nullable(),
        /** Null: the campaign has one content. */
        language: z.string().nullable(),
        /** Messages whose mails are worth looking at beside those of the branches. */
        samples: z.array(Sample.pick({ number: true, kind: true })),
        conditions: z.array(Condition),
        /** So many conditions it has beside these. */
        more: z.int(),
      }),
    ),
  })
  .meta({ id: 'RunConditions' });
export type RunConditions = z.infer<typeof RunConditions>;

export const MailDifferenceQuery = z.object({ message: z.coerce.number().int().min(0).default(0) });

/** A text in pieces: those only of the one and only of the other, and what both have. */
export const ComparedText = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }));
export type ComparedText = z.infer<typeof ComparedText>;

/** GET /runs/{id}/mail-difference?message=0: one person's mail of this run, and of the last confirmed version. */
export const MailDifference = z
  .object({
    /** Whose mail it is: their address. */
    label: z.string(),
    /** Null: there is nothing to compare with. */
    to: z.object({ runId: z.string(), createdAt: z.iso.datetime(), wasConfirmed: z.boolean() }).nullable(),
    /**
     * `frozen`: they were in that run, and this is the mail that was frozen for them; `anew`: they were not, or its people
     * are deleted, and its content was put together with what this run froze of them; `none`: there is none.
     */
    before: z.enum(['frozen', 'anew', 'none']),
    subject: ComparedText,
    text: ComparedText,
    /** HTML of both, what differs marked in each by `<ins>` and `<del>`; `was` is empty where there is none. */
    html: z.object({ is: z.string(), was: z.string() }),
    /** They have so little in common that all of each is marked. */
    isWhollyNew: z.boolean(),
  })
  .meta({ id: 'MailDifference' });
export type MailDifference = z.infer<typeof MailDifference>;

/** GET /confirmations/{linkId}: what would be sent; changes nothing. An unknown link is 404. */
export const ConfirmationView = z
  .object({
    fate: z.enum(linkFates),
    /** Null for somebody else's link. */
    run: RunView.nullable(),
    /** E-mail address of the person whom the link was mailed to. */
    boundTo: z.string(),
    /** Of a link that was `withdrawn` or `reassigned`: who did it, when, and why if they said so. Null for others. */
    ended: z.object({ by: z.string().nullable(), at: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'ConfirmationView' });
export type ConfirmationView = z.infer<typeof ConfirmationView>;
