import * as z from 'zod';
import { Attachment } from './attachment.ts';
import { AudienceRules, ExclusionCause } from './audience-rules.ts';
import { Policy } from './policy.ts';
import { VariantCount } from './variants.ts';
import { FrozenSegment } from './segment.ts';
import { FrozenSnippet } from './snippet.ts';
import { Wave } from './waves.ts';

/** One finding about a run that is being prepared. A blocking one stops it; a warning is acknowledged by the approver; an information is only shown. */
export const Check = z
  .object({
    code: z.enum([
      'subjectPresent',
      'contentPresent',
      'textPresent',
      'unsubscribeLink',
      'unsubscribeContrast',
      'variablesKnown',
      'templateValid',
      'senderVerified',
      'senderLength',
      'productionAccess',
      'size',
      'quota',
      'audience',
      'approvers',
      'reminders',
      'rulesOff',
      'fatigueDate',
      'variablesFilled',
      'valuesReal',
      'datesRead',
      'comparisonsRead',
      'noAsYes',
      'filterValuesRead',
      'messagesKnown',
      'behaviourKnown',
      'behaviourFits',
      'segmentsKnown',
      'listsKnown',
      'foreignTags',
      'linksWellFormed',
      'linksReachable',
      'linksOfOneMessage',
      'linksLabelled',
      'imagesDescribed',
      'textLinks',
      'imagesWeight',
      'picturesThere',
      'picturesWeight',
      'picturesStill',
      'attachmentsThere',
      'attachmentsAudience',
      'attachmentsWeight',
      'senderProofs',
      'senderProofsUnknown',
      'sendWindow',
      'validity',
      'waves',
      'rampTooShort',
      'recipientZones',
      'audienceChange',
      'scheduleLost',
      'audienceKept',
      'mailsRendered',
      'subjectFilled',
      'mailSize',
      'preparationFailed',
      'recordsReadable',
      'languages',
      'abTest',
    ]),
    verdict: z.enum(['passed', 'information', 'warning', 'blocking']),
    /** Figures and names that the sentence needs, such as `{ kilobytes: 98, limit: 102 }`. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).default({}),
  })
  .meta({ id: 'Check' });
export type Check = z.infer<typeof Check>;

/** `people`: ids of the first few profiles. */
export const Exclusion = z.object({
  cause: ExclusionCause,
  count: z.int().min(0),
  people: z.array(z.string()).optional(),
});

/** targeted = Σ excluded + toDeliver, always (invariant 3). */
export const Counts = z
  .object({
    targeted: z.int().min(0),
    excluded: z.array(Exclusion),
    toDeliver: z.int().min(0),
    /** Among those to deliver, whose opens and clicks may be tracked, and so can be known. Absent: of all. */
    trackable: z.int().min(0).optional(),
  })
  .meta({ id: 'Counts' });
export type Counts = z.infer<typeof Counts>;

/** What preparation froze. The objects under `prefix` in the content bucket are never written again. */
export const Preparation = z
  .object({
    preparedAt: z.iso.datetime(),
    durationMs: z.int().min(0),
    counts: Counts,
    checks: z.array(Check),
    /** How this run is confirmed; frozen in the manifest too. */
    policy: Policy.default(Policy.parse({})),
    /** Which rules the audience went through, and which were off; frozen in the manifest too. */
    rules: AudienceRules.default(AudienceRules.parse({})),
    subject: z.string(),
    /** SHA-256 of the canonical manifest, 64 hex digits. */
    manifestHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Key prefix of manifest, chunks and exclusions, ends with `/`. */
    prefix: z.string(),
    chunks: z.int().min(0),
    /** Until when its message rows are kept (row-life.ts); absent: without an end. */
    rowsUntil: z.iso.datetime().optional(),
    /** In their order; absent: all go out together. */
    waves: z.array(Wave).optional(),
    /** The campaign's own content, then its variants; absent: it has one content only. */
    variants: z.array(VariantCount).optional(),
    /** The segments that its audience goes by, as they were; absent: none. Frozen in the manifest too. */
    segments: z.array(FrozenSegment).optional(),
    /** The snippets whose texts are in its contents; absent: none. Frozen in the manifest too. */
    snippets: z.array(FrozenSnippet).optional(),
    /** The files that go with each message; absent: none. Frozen in the manifest too. */
    attachments: z.array(Attachment).optional(),
  })
  .meta({ id: 'Preparation' });
export type Preparation = z.infer<typeof Preparation>;
