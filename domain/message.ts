import * as z from 'zod';
import { CHUNK_SIZE } from './manifest.ts';
import { BounceReason } from './profile.ts';

export const MessageState = z
  .enum(['pending', 'claimed', 'handedOver', 'delivered', 'failed', 'unknown', 'stopped'])
  .meta({ id: 'MessageState' });
export type MessageState = z.infer<typeof MessageState>;

/** Names of the SES tags that carry a message home. Tag values take only [A-Za-z0-9_-] (aws SES MessageTag). */
export const messageTags = { run: 'run', number: 'n', profile: 'p' } as const;

/** A message is named by its run and its number in the run's frozen order. */
export type MessageId = { runId: string; number: number };

export const chunkOf = (number: number): number => Math.floor(number / CHUNK_SIZE);

/** Who or what opened or clicked. */
export const ActorClass = z.enum(['human', 'machine', 'unknown']);
export type ActorClass = z.infer<typeof ActorClass>;

/**
 * What is known of one message from SES events. Each fact is kept once; times are those of the events,
 * ISO 8601 UTC, the earliest of a kind (the latest for delivered and bounced, which may change places).
 */
export const MessageFacts = z.object({
  deliveredAt: z.string().optional(),
  bouncedAt: z.string().optional(),
  bounce: z.object({ hard: z.boolean(), reason: BounceReason, status: z.string() }).optional(),
  rejectedAt: z.string().optional(),
  complainedAt: z.string().optional(),
  delayedAt: z.string().optional(),
  openedAt: z.string().optional(),
  openedByHumanAt: z.string().optional(),
  clickedAt: z.string().optional(),
  clickedByHumanAt: z.string().optional(),
  unsubscribedAt: z.string().optional(),
});
export type MessageFacts = z.infer<typeof MessageFacts>;

/** The row of a message: written with its first fact. */
export const MessageRow = z.object({
  runId: z.string(),
  number: z.int(),
  profileId: z.string(),
  address: z.string(),
  sesMessageId: z.string(),
  facts: MessageFacts,
  /** Raised by each write; the condition of the next one. */
  version: z.int(),
});
export type MessageRow = z.infer<typeof MessageRow>;
