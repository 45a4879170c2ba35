import * as z from 'zod';
import { pageOf, readablePageOf } from '../http/page.ts';
import { ExclusionCause } from '../model/audience-rules.ts';
import { Sender } from '../model/campaign.ts';
import { Sample } from '../model/manifest.ts';
import { RunView } from '../model/run-view.ts';
import { TopicId } from '../model/topics.ts';

/** What a list of runs shows of each. */
export const CurrentRun = RunView.pick({
  id: true,
  campaignId: true,
  campaignName: true,
  state: true,
  createdAt: true,
  requestedBy: true,
  schedule: true,
  subject: true,
  counts: true,
  checks: true,
  startAt: true,
  sendingStartedAt: true,
  deadline: true,
  approvers: true,
  approvals: true,
  pausedAt: true,
  endedAt: true,
  endCause: true,
  endedBy: true,
  holdUntil: true,
  holdCause: true,
  resendOf: true,
  you: true,
}).meta({ id: 'CurrentRun' });
export type CurrentRun = z.infer<typeof CurrentRun>;
/** GET /runs/current */
export const CurrentRunPage = readablePageOf(CurrentRun);

/** GET /runs/{id}/preview?as=0: the very bytes that preparation froze, put together as SES will. */
export const Preview = z
  .object({
    /** Which sample: 0 to `samples - 1`. */
    as: z.int(),
    samples: z.int(),
    /** Why this one: of the whole audience the first, the one with the longest values, or with the most empty ones. */
    kind: Sample.shape.kind,
    /** Name shown in the chooser. */
    label: z.string(),
    from: z.string(),
    /** Planned start, UTC; null: as soon as it is confirmed. */
    sendAt: z.string().nullable(),
    subject: z.string(),
    /** What inboxes show beside the subject: the first text of the HTML, which is the preheader if there is one. */
    preheader: z.string(),
    html: z.string(),
    text: z.string(),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;

/** POST /runs/{id}/proofs */
export const ProofRequest = z.object({ addresses: z.array(z.email()).min(1).max(100) }).meta({ id: 'ProofRequest' });
export const ProofReport = z.object({ sent: z.int(), subject: z.string() }).meta({ id: 'ProofReport' });
export type ProofReport = z.infer<typeof ProofReport>;

/** Characters of a mail that is looked at, its parts each: no content that could be saved becomes more. */
const MOST_CHARACTERS = 2_000_000;

/** POST /proofs: a mail as the preview of a draft answered it. */
export const DraftProofRequest = z
  .object({
    mail: z.object({
      subject: z.string().max(10_000),
      html: z.string().min(1).max(MOST_CHARACTERS),
      text: z.string().max(MOST_CHARACTERS),
    }),
    /** Of a verified identity. */
    sender: Sender,
    /** Of the campaign, if it has one: whoever left it gets no such mail. */
    topic: TopicId.optional(),
    addresses: z.array(z.email()).min(1).max(10),
  })
  .meta({ id: 'DraftProofRequest' });

/** POST /runs/{id}/resend: how many messages whoever asks has seen, `books.unknown` and `books.retryable` together; others are not sent again by mistake. */
export const ResendRequest = z.object({ messages: z.int().min(1) }).meta({ id: 'ResendRequest' });
export type ResendRequest = z.infer<typeof ResendRequest>;

/** GET /runs/{id}/exclusions */
export const ExclusionLine = z
  .object({ profileId: z.string(), address: z.string(), cause: ExclusionCause })
  .meta({ id: 'ExclusionLine' });
export type ExclusionLine = z.infer<typeof ExclusionLine>;
export const ExclusionPage = pageOf(ExclusionLine);
