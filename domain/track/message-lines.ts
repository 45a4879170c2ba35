import { decidedAt, factsOf, failureOf, stateByFacts } from '../model/facts.ts';
import { openMembers, type Group } from '../model/ledger.ts';
import { CHUNK_SIZE, type Chunk } from '../model/manifest.ts';
import type { MessageRow } from '../model/message.ts';
import type { MessageLine } from './api.ts';

type Known = Pick<MessageLine, 'state' | 'failure' | 'sesMessageId' | 'at'>;

/** The ledger knows the SES message id, unless a worker died before it could write it down. */
const byFacts = (row: MessageRow, held: Known | undefined): Known => {
  const facts = factsOf(row.lines);
  const sesMessageId = held?.sesMessageId ?? null;
  const at = decidedAt(facts) ?? held?.at ?? null;
  return { state: stateByFacts(facts), failure: failureOf(facts), sesMessageId, at };
};

const plain = (state: MessageLine['state'], at: string | null, failure: string | null = null): Known => ({
  state,
  failure,
  sesMessageId: null,
  at,
});

/** What the ledger alone says of a member of a group. */
const byGroup = (group: Group, number: number, isSending: boolean): Known | undefined => {
  const { outcome } = group;
  if (openMembers(group).includes(number)) return plain(isSending ? 'claimed' : 'unknown', group.claimedAt);
  if (!outcome) return undefined;
  const refusal = outcome.refused.find((refused) => refused.number === number);
  if (refusal) return plain('failed', outcome.closedAt, refusal.reason);
  if (outcome.optedOut.includes(number)) return plain('stopped', outcome.closedAt, 'optedOut');
  const handed = outcome.handedOver.find((entry) => entry.number === number);
  return handed && { ...plain('handedOver', outcome.closedAt), sesMessageId: handed.sesMessageId };
};

export type RunPhase = { isSending: boolean; hasEnded: boolean };

/** The state of one message: by what SES reported of it, else by the ledger, else it waits or will never go out. */
export const messageState = (known: {
  number: number;
  groups: readonly Group[];
  row: MessageRow | undefined;
  run: RunPhase;
}): Known => {
  const { number, groups, row, run } = known;
  const held = groups
    .filter((group) => number >= group.from && number <= group.to)
    .map((group) => byGroup(group, number, run.isSending))
    .find((state) => state !== undefined);
  return row ? byFacts(row, held) : (held ?? plain(run.hasEnded ? 'stopped' : 'pending', null));
};

/** The sending log of one chunk. */
export const messageLines = (known: {
  chunk: Chunk;
  groups: readonly Group[];
  rows: readonly MessageRow[];
  run: RunPhase;
}): MessageLine[] => {
  const { chunk, groups, run } = known;
  const rows = new Map(known.rows.map((row) => [row.number, row]));
  return chunk.recipients.map(({ profileId, address }, index) => {
    const number = chunk.chunk * CHUNK_SIZE + index;
    return { number, profileId, address, ...messageState({ number, groups, row: rows.get(number), run }) };
  });
};
