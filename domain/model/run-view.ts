import * as z from 'zod';
import { AbResult } from './ab-test.ts';
import { Attachment } from './attachment.ts';
import { campaignBlocks } from './campaign-blocks.ts';
import { AudienceFilter } from './audience-filter.ts';
import { AudienceRules } from './audience-rules.ts';
import { ReleaseLimits } from './check-limits.ts';
import { Person } from '../people/people.ts';
import { Policy } from './policy.ts';
import { Check, Counts } from './preparation.ts';
import { ApproversMissing, Decision, runStates } from './run.ts';
import { Schedule } from './schedule.ts';
import { VariantCount } from './variants.ts';
import { FrozenSegment } from './segment.ts';
import { WaveView } from './waves.ts';

/** A run as the API shows it: the same shape in every state, absent parts are null. */
export const RunView = z
  .object({
    id: z.string(),
    campaignId: z.string(),
    campaignName: z.string(),
    /** Empty: all stored profiles that the filter means. */
    list: z.string(),
    filter: AudienceFilter.nullable(),
    /** The segments that the filter names, as they were frozen. Empty: none, it is not prepared, or it is among the runs of its campaign. */
    segments: z.array(FrozenSegment).default([]),
    /** Topic of the stage that it is about, by id. */
    topic: z.string().nullable(),
    state: z.enum(runStates),
    version: z.int(),
    createdAt: z.iso.datetime(),
    requestedBy: Person,
    /** Everybody who had a hand in what it sends since that was last confirmed; under four eyes they do not count. */
    authors: z.array(Person),
    schedule: Schedule,
    requestConfirmation: z.boolean(),
    /** With its confirmation the runs that follow in its series are sent without asking, until the campaign is changed. */
    releasesSeries: z.boolean(),
    /** What its confirmation holds those runs to; a run beyond it asks. Null: it lets none go, or is not prepared. */
    releaseLimits: ReleaseLimits.nullable(),
    sendAt: z.iso.datetime().nullable(),
    startAt: z.iso.datetime().nullable(),
    /** The start that was missed, which is why the run asks before it sends; null: none was. */
    missedStart: z.iso.datetime().nullable(),
    /** From this instant on nothing of it is handed over to SES. Null: there is none, or it counts from a confirmation that is still to come. */
    validUntil: z.iso.datetime().nullable(),
    /** In their order; empty: all go out together, or it is not prepared. */
    waves: z.array(WaveView),
    /** The campaign's own content, then its variants, with how many get each; empty: it has one content, or is not prepared. */
    variants: z.array(VariantCount),
    /** What its test came to; null: it is not decided, or there is none. When it is: `waves`. */
    abTest: AbResult.nullable(),
    /** Which start of its series it is the run of, UTC; null: of none. */
    start: z.iso.datetime().nullable(),
    /** Somebody prepared it besides the starts of its series. */
    isBesides: z.boolean(),
    /** Of one that was skipped because it was missed: how many starts of its series were, with it; null: of others. */
    missedStarts: z.int().nullable(),
    subject: z.string().nullable(),
    /** Files that go with each message, as they were frozen. Empty: none, or it is not prepared. */
    attachments: z.array(Attachment).default([]),
    preparedAt: z.iso.datetime().nullable(),
    preparationMs: z.int().nullable(),
    counts: Counts.nullable(),
    checks: z.array(Check),
    /** Which rules the audience went through, and which were off; null before preparation. */
    rules: AudienceRules.nullable(),
    manifestHash: z.string().nullable(),
    deadline: z.iso.datetime().nullable(),
    approvers: z.array(Person),
    notMailed: z.int(),
    /** Of a run that waits and that those who are left could not confirm; null: enough are left. */
    approversMissing: ApproversMissing.nullable(),
    decision: Decision.nullable(),
    /** How it is confirmed; null before preparation. */
    policy: Policy.nullable(),
    /** Confirmations in force, and how many are needed in all; null before preparation. */
    approvals: z.array(Decision),
    approvalsNeeded: z.int().nullable(),
    sendingStartedAt: z.iso.datetime().nullable(),
    /** Of a run that is paused now. */
    pausedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    /** Why it ended without a full send: `stopped`, `edited`, `manifestDiffers`, `audienceGone`, `settledMeanwhile`, `notReleased`, `seriesPaused`, `seriesEnded`, `startSkipped`, `validityOver`, `earlierRunPending`, `emptyAudience`, `missed`. */
    endCause: z.string().nullable(),
    /** What SES said, of a run that paused for it. */
    endReason: z.string().optional(),
    endedBy: Person.nullable(),
    /** Of a run that an edit voided: which blocks of the campaign were changed. */
    changed: z.array(z.enum(campaignBlocks)),
    /** While it is in the future: nothing goes out before this instant, for `holdCause` (`quota`). */
    holdUntil: z.iso.datetime().nullable(),
    holdCause: z.string().nullable(),
    /** Its workflow in Step Functions: the name, and the address in the AWS console where there is one. Null: it has none. */
    execution: z.object({ name: z.string(), url: z.url().nullable() }).nullable(),
    /** Id of the run whose unknown messages this one sends again, and of the last one that does so for this. */
    resendOf: z.string().nullable(),
    resentAs: z.string().nullable(),
    /** What the signed-in person may do now, and who can when they may not. */
    you: z.object({
      mayConfirm: z.boolean(),
      /** Why not, of a run that waits: `role`, `notAsked`, `fourEyes`, `given` (they have confirmed already). */
      bar: z.enum(['role', 'notAsked', 'fourEyes', 'given']).nullable(),
      mayWithdraw: z.boolean(),
      mayReassign: z.boolean(),
      maySend: z.boolean(),
      mayPrepare: z.boolean(),
      mayResend: z.boolean(),
      /** Cognito group that may confirm. */
      whoMayConfirm: z.literal('start-deliveries'),
    }),
  })
  .meta({ id: 'RunView' });
export type RunView = z.infer<typeof RunView>;
