import { decidedAt, failureOf, stateByFacts } from '../facts.ts';
import type { Group } from '../ledger.ts';
import { CHUNK_SIZE, type Chunk } from '../manifest.ts';
import type { MessageRow } from '../message.ts';
import type { MessageLine } from './api.ts';

type Known = Pick<MessageLine, 'state' | 'failure' | 'sesMessageId' | 'at'>;

const byFacts = (row: MessageRow): Known => ({
  state: stateByFacts(row.facts),
  failure: failureOf(row.facts),
  sesMessageId: row.sesMessageId,
  at: decidedAt(row.facts),
});

const plain = (state: MessageLine['state'], at: string | null, failure: string | null = null): Known => ({
  state,
  failure,
  sesMessageId: null,
  at,
});

/** What the ledger alone says of a member of a group. */
const byGroup = (group: Group, number: number, isSending: boolean): Known | undefined => {
  const { outcome } = group;
  if (!outcome) return plain(isSending ? 'claimed' : 'unknown', group.claimedAt);
  const refusal = outcome.refused.find((refused) => refused.number === number);
  if (refusal) return plain('failed', outcome.closedAt, refusal.reason);
  if (outcome.optedOut.includes(number)) return plain('stopped', outcome.closedAt, 'optedOut');
  const handed = outcome.handedOver.find((entry) => entry.number === number);
  return handed && { ...plain('handedOver', outcome.closedAt), sesMessageId: handed.sesMessageId };
};

/**
 * The sending log of one chunk: what SES told of a message, else what the ledger has, else that it waits
 * (or never will go out, when the run has ended).
 */
export const messageLines = (known: {
  chunk: Chunk;
  groups: readonly Group[];
  rows: readonly MessageRow[];
  run: { isSending: boolean; hasEnded: boolean };
}): MessageLine[] => {
  const rows = new Map(known.rows.map((row) => [row.number, row]));
  return known.chunk.recipients.map(({ profileId, address }, index) => {
    const number = known.chunk.chunk * CHUNK_SIZE + index;
    const row = rows.get(number);
    const held = known.groups
      .filter((group) => number >= group.from && number <= group.to)
      .map((group) => byGroup(group, number, known.run.isSending))
      .find((state) => state !== undefined);
    const state = row ? byFacts(row) : (held ?? plain(known.run.hasEnded ? 'stopped' : 'pending', null));
    return { number, profileId, address, ...state };
  });
};
