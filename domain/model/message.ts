import * as z from 'zod';
import { CHUNK_SIZE } from './manifest.ts';

export const MessageState = z
  .enum(['pending', 'claimed', 'handedOver', 'delivered', 'failed', 'unknown', 'stopped'])
  .meta({ id: 'MessageState' });
export type MessageState = z.infer<typeof MessageState>;

/** Names of the SES tags by which an event names its message; `tracking` is `off` of those that may not be tracked. Tag values take only [A-Za-z0-9_-] (aws SES MessageTag). */
export const messageTags = { run: 'run', number: 'n', profile: 'p', tracking: 'tracking' } as const;

/** A message is named by its run and its number in the run's frozen order. */
export type MessageId = { runId: string; number: number };

export const chunkOf = (number: number): number => Math.floor(number / CHUNK_SIZE);

/**
 * Who or what opened or clicked. Of several the first in this list counts: one person makes it a person's, and
 * where nobody knows, one may have been.
 */
export const actorClasses = ['human', 'unknown', 'machine'] as const;
export const ActorClass = z.enum(actorClasses);
export type ActorClass = z.infer<typeof ActorClass>;

/** What can happen to a message. Lines are stored by their place in this list: new kinds go to its end. */
export const trackingKinds = [
  'send',
  'delivery',
  'bounce',
  'complaint',
  'reject',
  'delay',
  'open',
  'click',
  'unsubscribe',
] as const;

/**
 * What happened to a message once, as it was reported; what follows from it is decided when it is read, so that
 * a better rule judges what happened before it too. `at`: the event's own time, ISO 8601 UTC with milliseconds.
 */
export const TrackingLine = z.object({
  kind: z.enum(trackingKinds),
  at: z.string(),
  /** Opens and clicks: the user agent, and SES's own judgement, which may be missing. */
  agent: z.string().optional(),
  bot: z.string().optional(),
  /** Clicks: the address behind the link, and its label: what it shows, or what its author gave it (`ses:tags="label:…"`). */
  link: z.string().optional(),
  label: z.string().optional(),
  /** Bounces, delays and complaints: enhanced status code, and type (of a complaint: of its report) and subtype as SES names them. */
  status: z.string().optional(),
  type: z.string().optional(),
  subType: z.string().optional(),
  /** Bounces: what the words of the server mean, by name (diagnosis.ts); the words themselves may name somebody. */
  diagnosis: z.string().optional(),
  /** Of a message of which opens and clicks may not be tracked. */
  untracked: z.literal(true).optional(),
});
export type TrackingLine = z.infer<typeof TrackingLine>;

/** All that is known of a message from events: a set of lines, whose order and repeats mean nothing. */
export type MessageRow = MessageId & { lines: readonly TrackingLine[] };

/** So many consecutive message rows are stored in one DynamoDB item; a chunk has a whole number of items. */
export const ROWS_PER_ITEM = 10;

/** Index of the item that holds the row of message `number`. */
export const itemIndexOf = (number: number): number => Math.floor(number / ROWS_PER_ITEM);

/** Rows that are written at once, those of item `index` of a run. `version` is raised by each write, and is the condition of the next one. 0: not written yet. */
export type MessageItem = { runId: string; index: number; version: number; rows: readonly MessageRow[] };
