import * as z from 'zod';

/** How SES refused one entry for good; the message failed before hand-over. */
export const Refusal = z.object({ number: z.int(), reason: z.string() });
export type Refusal = z.infer<typeof Refusal>;

/**
 * SES named no reason against this recipient, however often it was asked (domain/send/refused.ts): what it was may be
 * over, so somebody may have the message sent again.
 */
export const isRetryable = ({ reason }: Refusal): boolean => /^FAILED\b/.test(reason);

/**
 * The ledger's entry for the at most 50 recipients of one SES call. Open from the claim until its
 * outcome is known; what is open when no worker can be at it any more is UNKNOWN and never sent again.
 */
export const Group = z.object({
  runId: z.string(),
  chunk: z.int(),
  /** First and last message number, both included. */
  from: z.int(),
  to: z.int(),
  /** Raised when the same members were released before: 0 for the first claim. */
  generation: z.int(),
  /** Names the one worker that may close it. */
  attempt: z.string(),
  claimedAt: z.string(),
  /** No worker can still be at it after this instant (its Lambda's deadline). */
  deadline: z.string(),
  /** Until when the run keeps its message rows (row-life.ts); what is written of the group ends after it. Absent: never. */
  rowsUntil: z.string().optional(),
  outcome: z
    .object({
      closedAt: z.string(),
      /** SES message ids of those handed over, by message number. */
      handedOver: z.array(z.object({ number: z.int(), sesMessageId: z.string() })),
      refused: z.array(Refusal),
      /** Opted out after the confirmation: not sent. */
      optedOut: z.array(z.int()),
      /** Refused as throttled: nobody got anything; a later group takes them. */
      released: z.array(z.int()),
      /** Among the released: SES named no reason, and is asked again a few times. */
      again: z.array(z.int()).optional(),
      /** Sent by calls of their own that got no definite answer, unlike those of the others: never sent to again. */
      unknown: z.array(z.int()).optional(),
    })
    .optional(),
});
export type Group = z.infer<typeof Group>;

/** Members of a group of which the ledger does not know whether they went out: all as long as it is open. */
export const openMembers = ({ from, to, outcome }: Pick<Group, 'from' | 'to' | 'outcome'>): number[] =>
  outcome ? (outcome.unknown ?? []) : Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What the groups of one chunk add up to. Written as absolute figures, so that writing it again changes nothing. */
export const ChunkTally = z.object({
  chunk: z.int(),
  /** Closed groups; a tally never replaces one that knows more of them. */
  closed: z.int(),
  handedOver: z.int(),
  refused: z.int(),
  optedOut: z.int(),
  /** Members that are open: in flight, or unknown once the run no longer sends. */
  open: z.int(),
  /** Among the refused: SES named no reason. Absent: none. */
  retryable: z.int().optional(),
  /** Which wave of the run the chunk is of, from 0. Absent: there are none. */
  wave: z.int().optional(),
  /** Which content everybody in the chunk gets, by the id of the variant. Absent: the campaign's own. */
  variant: z.string().optional(),
  /** Released by SES's throttling and not claimed again yet. Absent: none. */
  throttled: z.int().optional(),
});
export type ChunkTally = z.infer<typeof ChunkTally>;
