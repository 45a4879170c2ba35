import * as z from 'zod';
import { Attachment } from './attachment.ts';
import { AudienceFilter } from './audience-filter.ts';
import { AudienceRules } from './audience-rules.ts';
import { ReleaseLimits } from './check-limits.ts';
import { ContentConditions } from './conditions.ts';
import { Policy } from './policy.ts';
import { Counts } from './preparation.ts';
import { Schedule } from './schedule.ts';
import { FrozenSegment } from './segment.ts';
import { FrozenSnippet } from './snippet.ts';
import { TopicId } from './topics.ts';
import { VariantRule } from './variants.ts';
import { Wave } from './waves.ts';

/** Recipients per chunk: one Map item, one send Lambda invocation. */
export const CHUNK_SIZE = 500;

/**
 * A template split once: static text with numbered placeholders for SES (`{{h0}}`), and the Liquid
 * source of what differs from message to message. `names` are the placeholders in order.
 */
export const SplitPart = z.object({
  skeleton: z.string(),
  fragments: z.array(z.object({ placeholder: z.string(), source: z.string() })),
});
export type SplitPart = z.infer<typeof SplitPart>;

export const SplitContent = z.object({ subject: SplitPart, html: SplitPart, text: SplitPart });
export type SplitContent = z.infer<typeof SplitContent>;

/** Another content that is frozen beside the campaign's own, and who gets it. */
export const FrozenVariant = z.object({ id: z.string(), for: VariantRule, content: SplitContent });
export type FrozenVariant = z.infer<typeof FrozenVariant>;

/**
 * Somebody worth looking at before confirming: of those who get the same variant the first one, the one with the longest
 * values, the one with the most empty ones.
 */
export const Sample = z.object({
  kind: z.enum(['first', 'longest', 'emptiest']),
  number: z.int().min(0),
  /** Absent: they get the campaign's own content. */
  variant: z.string().optional(),
  /** SHA-256 of their mail when it was frozen (domain/send/sample-mail.ts). Absent: of the rest of a test, and of runs before. */
  mailHash: z.string().optional(),
});
export type Sample = z.infer<typeof Sample>;

/** What the manifest says of a chunk object, by its number. */
export const FrozenChunk = z.object({
  recipients: z.int(),
  sha256: z.string(),
  /** From 0; absent: all go out together. */
  wave: z.int().optional(),
  /** As in `Chunk`. */
  isUntracked: z.literal(true).optional(),
  variant: z.string().optional(),
});
export type FrozenChunk = z.infer<typeof FrozenChunk>;

/** When it was looked at what people did with messages, and of which runs. */
export const FrozenLook = z
  .object({
    asOf: z.iso.datetime(),
    runs: z.array(z.object({ runId: z.string(), campaignName: z.string(), sendingStartedAt: z.string() })),
    /** So many people are left out because it cannot be known what they did. */
    unknown: z.int().min(0),
  })
  .meta({ id: 'FrozenLook' });
export type FrozenLook = z.infer<typeof FrozenLook>;

/** Everything that an approver confirms. Its canonical form (RFC 8785) is hashed. */
export const Manifest = z.object({
  format: z.literal(1),
  runId: z.string(),
  campaignId: z.string(),
  campaignVersion: z.int(),
  campaignName: z.string(),
  list: z.string(),
  filter: AudienceFilter.nullable().default(null),
  /** The segments that the filter names, as they were. */
  segments: z.array(FrozenSegment).default([]),
  /** The snippets whose texts are in the contents. */
  snippets: z.array(FrozenSnippet).default([]),
  /** Null: the filter asks nothing of behaviour. */
  looked: FrozenLook.nullable().default(null),
  /** What the unsubscribe link of each message leaves; null: all mails. */
  topic: TopicId.nullable().default(null),
  sender: z.object({ name: z.string(), address: z.string() }),
  replyTo: z.string().nullable(),
  content: SplitContent,
  /** In which `content` is written, of one that has variants. */
  language: z.string().optional(),
  /** Contents that some get instead of it. */
  variants: z.array(FrozenVariant).default([]),
  /** Files that go with each message; their bytes lie under their hashes (`attachmentKey`). */
  attachments: z.array(Attachment).default([]),
  /** False: opens and clicks of nobody are tracked. Links have what else the campaign says of them in the content. */
  isTracked: z.boolean().default(true),
  counts: Counts,
  schedule: Schedule,
  sendAt: z.string().nullable(),
  requestConfirmation: z.boolean(),
  /** With this confirmation the runs that follow in the series are sent without asking. */
  releasesSeries: z.boolean().default(false),
  /** What those runs are held to; null: it lets none go, or was frozen before. */
  releaseLimits: ReleaseLimits.nullable().default(null),
  policy: Policy.default(Policy.parse({})),
  rules: AudienceRules.default(AudienceRules.parse({})),
  preparedAt: z.string(),
  /** Message numbers of the people that previews and proofs show. */
  samples: z.array(Sample).default([]),
  /** Whom the conditions of the contents reach; nothing of contents without any. */
  conditions: z.array(ContentConditions).default([]),
  /** In their order; empty: all go out together. */
  waves: z.array(Wave).default([]),
  /** SHA-256 of each chunk object, in order. */
  chunks: z.array(FrozenChunk),
});
export type Manifest = z.infer<typeof Manifest>;

/** One frozen recipient: `data` holds what the fragments need. */
export const Recipient = z.object({
  profileId: z.string(),
  address: z.string(),
  data: z.record(z.string(), z.string()),
});
export type Recipient = z.infer<typeof Recipient>;

/** A chunk object. The recipient at index i is message number `chunk * CHUNK_SIZE + i` of the run. */
export const Chunk = z.object({
  runId: z.string(),
  chunk: z.int().min(0),
  recipients: z.array(Recipient),
  /** Opens and clicks may not be tracked, of anybody in it. Absent: of everybody they may. */
  isUntracked: z.literal(true).optional(),
  /** Which content everybody in it gets, by the id of the variant. Absent: the campaign's own. */
  variant: z.string().optional(),
});
export type Chunk = z.infer<typeof Chunk>;

/** The recipient of message `number`, if it is one of this chunk. */
export const recipientAt = (chunk: Chunk, number: number): Recipient | undefined =>
  chunk.recipients[number - chunk.chunk * CHUNK_SIZE];

/** One line of the exclusion log. */
export const Excluded = z.object({ profileId: z.string(), address: z.string(), cause: z.string() });
export type Excluded = z.infer<typeof Excluded>;

const padded = (chunk: number): string => chunk.toString().padStart(6, '0');

/** Keys of the frozen objects under a preparation's prefix: they name nobody, and are kept. */
export const manifestKey = (prefix: string): string => `${prefix}manifest.json`;
/** JSON array of chunk numbers that the Distributed Map reads: of a wave, or of all where there are none. */
export const chunkListKey = (prefix: string, wave?: number): string =>
  wave === undefined ? `${prefix}chunks.json` : `${prefix}chunks-${wave.toString().padStart(2, '0')}.json`;

/** What names people lies apart: the bucket deletes it after some time (domain/model/audience-life.ts). */
export const peoplePrefix = (prefix: string): string => `people/${prefix}`;
export const chunkKey = (prefix: string, chunk: number): string =>
  `${peoplePrefix(prefix)}chunks/${padded(chunk)}.json`;
/** Exclusions in pages of `CHUNK_SIZE`, JSON arrays. */
export const exclusionsKey = (prefix: string, page: number): string =>
  `${peoplePrefix(prefix)}exclusions/${padded(page)}.json`;
/** Position of each profile (domain/values/directory.ts): among the recipients, and in the exclusion log. */
export const directoryKey = (prefix: string, of: 'recipients' | 'exclusions'): string =>
  `${peoplePrefix(prefix)}directory/${of}.bin`;
