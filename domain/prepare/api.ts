import * as z from 'zod';
import { FrozenMailShown } from '../model/frozen-mail-shown.ts';
import { Attachment, MOST_ATTACHMENTS, refuseAttachments } from '../model/attachment.ts';
import { pageOf, PageQuery, readablePageOf, Unreadable } from '../http/page.ts';
import { ExclusionCause } from '../model/audience-rules.ts';
import { Sender } from '../model/sender.ts';
import { Sample } from '../model/manifest.ts';
import { ProfileId } from '../model/profile.ts';
import { RunLine } from '../model/run-entry.ts';
import { runStates } from '../model/run.ts';
import { TopicId } from '../model/topics.ts';
import { VariantId } from '../model/variants.ts';

/** GET /runs/{id}/preview?as=0: the very bytes that preparation froze, put together as SES will. */
export const Preview = z
  .object({
    /** Which sample, 0 to `samples - 1`; null: the profile that was asked for. */
    as: z.int().nullable(),
    samples: z.int(),
    /** Why this one: of the whole audience the first, the one with the longest values, or with the most empty ones. */
    kind: z.enum([...Sample.shape.kind.options, 'chosen']),
    /** Which content they get, by the id of the variant; null: the campaign's own. */
    variant: z.string().nullable(),
    /** Of each sample which content they get and why they were picked, in their order. */
    picked: z.array(z.object({ variant: z.string().nullable(), kind: Sample.shape.kind })),
    /** Name shown in the chooser. */
    label: z.string(),
    ...FrozenMailShown,
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;

/** As whom a frozen mail is shown: a profile of the audience by its id, or else a sample by its number. */
const shownAs = {
  profile: ProfileId.optional().describe('A profile of the audience. It comes before whatever else says as whom.'),
};
const sampleNumber = 'Number of a sample, from 0; of a higher one the last sample is taken.';
export const PreviewQuery = z.object({
  as: z.coerce.number().int().min(0).default(0).describe(sampleNumber),
  ...shownAs,
});

/** POST /runs/{id}/proofs */
export const ProofRequest = z
  .object({
    addresses: z.array(z.email()).min(1).max(100),
    /** Which content, by the id of the variant; absent: that of whoever gets the first message. */
    variant: VariantId.optional().describe(
      'The content of this variant, as the first sample who gets it does. It comes before `as`, and `profile` before it.',
    ),
    as: z.int().min(0).default(0).describe(`${sampleNumber} Read only without \`profile\` and \`variant\`.`),
    ...shownAs,
  })
  .meta({ id: 'ProofRequest' });
export type ProofRequest = z.infer<typeof ProofRequest>;
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
    /** Files that go with it. */
    attachments: z.array(Attachment).max(MOST_ATTACHMENTS).optional(),
  })
  .superRefine(refuseAttachments)
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
export type ExclusionPage = z.infer<typeof ExclusionPage>;

const block = <T extends z.ZodType>(item: T) => z.object({ count: z.int(), items: z.array(item) });

/** What goes out at `at`: a run, or (null) the next start of a series, whose run is made then. */
export const PlannedSend = z
  .object({ campaignId: z.string(), campaignName: z.string(), at: z.iso.datetime(), run: RunLine.nullable() })
  .meta({ id: 'PlannedSend' });
export type PlannedSend = z.infer<typeof PlannedSend>;

const DAY_MS = 86_400_000;

/** Query of GET /home. `until`: end of what is shown as planned, at most a week ahead; in 48 hours where it is not said. */
export const HomeQuery = z.object({ until: z.iso.datetime({ offset: true }).optional() });

/** Epoch milliseconds. */
export const plannedUntil = (until: string | undefined, now: number): string =>
  new Date(Math.min(until === undefined ? now + 2 * DAY_MS : Date.parse(until), now + 7 * DAY_MS)).toISOString();

/**
 * GET /home: of each block how many there are, however many campaigns and runs there are, and the first ones, the most
 * urgent first. `failed`: in the last 14 days, and not prepared again since.
 */
export const Home = z
  .object({
    asOf: z.iso.datetime(),
    /** Wait for a confirmation that the signed-in person can give. */
    yours: block(RunLine),
    /** Wait for somebody else. */
    awaiting: block(RunLine),
    paused: block(RunLine),
    /** Wait for the day's quota. */
    held: block(RunLine),
    failed: block(RunLine),
    sending: block(RunLine),
    preparing: block(RunLine),
    planned: block(PlannedSend),
    /** Confirmed runs that go out after that. */
    later: z.int(),
    unreadable: Unreadable,
  })
  .meta({ id: 'Home' });
export type Home = z.infer<typeof Home>;

/** Query of GET /runs. */
export const RunQuery = PageQuery.extend({
  /** Those that ended in this month, `2026-11`; without it those that have not ended, and those that ended in this one. */
  month: z
    .string()
    .regex(/^2\d{3}-(0[1-9]|1[0-2])$/, 'must look like 2026-11')
    .optional(),
  /** Words that the name of the campaign, the subject or the person has, in whatever letters. */
  search: z.string().max(100).default(''),
  state: z.enum(runStates).optional(),
  sort: z.enum(['newest', 'name']).default('newest'),
});
export type RunQuery = z.infer<typeof RunQuery>;

/** GET /runs. A page has at most 100 KB, and may be shorter than its limit for that. `count`: of all pages. */
export const RunPage = readablePageOf(RunLine).extend({ month: z.string(), count: z.int() }).meta({ id: 'RunPage' });
export type RunPage = z.infer<typeof RunPage>;

/** A share of what was sent, with the counts behind it. `ratio` is null where nothing was sent. */
const Share = z.object({
  count: z.int(),
  ratio: z.number().nullable(),
  /** From where on SES reviews an account, and from where on it may pause it; ratios. */
  reviewAt: z.number(),
  pauseAt: z.number(),
});

/** GET /account: what SES says of the account. */
export const AccountView = z
  .object({
    asOf: z.iso.datetime(),
    /** Messages. */
    perSecond: z.number(),
    per24Hours: z.number(),
    sentLast24Hours: z.number(),
    /** Null: SES sets no limit (it says -1). */
    left: z.number().nullable(),
    isInSandbox: z.boolean(),
    /** Of the last two weeks, in this region, whoever sent; null: SES did not say. */
    reputation: z.object({ since: z.iso.datetime(), attempts: z.int(), bounces: Share, complaints: Share }).nullable(),
  })
  .meta({ id: 'AccountView' });
export type AccountView = z.infer<typeof AccountView>;
