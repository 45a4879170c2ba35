import { zeroCounters, type Counters } from './figures.ts';
import type { MessageFacts, MessageState } from './message.ts';

/** The later one decides: a late bounce moves a delivered message to failed, a delivery after a soft bounce moves it back. */
export const hasFailed = (facts: MessageFacts): boolean =>
  facts.rejectedAt !== undefined ||
  (facts.bouncedAt !== undefined && (facts.deliveredAt === undefined || facts.bouncedAt >= facts.deliveredAt));

/** An open or a click proves delivery, whatever the order in which SES tells. */
export const isDelivered = (facts: MessageFacts): boolean =>
  !hasFailed(facts) &&
  [facts.deliveredAt, facts.openedAt, facts.clickedAt, facts.complainedAt].some((at) => at !== undefined);

const one = (fact: string | undefined): number => (fact === undefined ? 0 : 1);

const engagement = (facts: MessageFacts): Partial<Counters> => {
  const openedByHuman = facts.openedByHumanAt ?? facts.clickedByHumanAt;
  return {
    // A click implies an open (semantics K6); an opt-out implies one too.
    opened: one(facts.openedAt ?? facts.clickedAt ?? facts.unsubscribedAt),
    openedByHuman: one(openedByHuman),
    clicked: one(facts.clickedAt),
    clickedByHuman: one(facts.clickedByHumanAt),
    unsubscribed: one(facts.unsubscribedAt),
    complained: one(facts.complainedAt),
  };
};

/**
 * What one message adds to the counters of its run. Counters move by the difference of two contributions,
 * so repeats and any order give the same sums, and a recount is the sum over all rows (invariant 5).
 */
export const contribution = (facts: MessageFacts): Counters => {
  const base = zeroCounters();
  base.delayed = one(facts.delayedAt);
  if (facts.rejectedAt !== undefined) return { ...base, rejected: 1 };
  if (hasFailed(facts)) return { ...base, bounced: 1, hardBounced: facts.bounce?.hard ? 1 : 0 };
  return isDelivered(facts)
    ? { ...base, delivered: 1, ...engagement(facts) }
    : { ...base, unsubscribed: one(facts.unsubscribedAt) };
};

/** State of a message that has facts. */
export const stateByFacts = (facts: MessageFacts): MessageState => {
  if (hasFailed(facts)) return 'failed';
  return isDelivered(facts) ? 'delivered' : 'handedOver';
};

/** Why a message failed after hand-over, by name; null when it did not. */
export const failureOf = (facts: MessageFacts): string | null =>
  facts.rejectedAt === undefined ? (facts.bounce?.reason ?? null) : 'rejected';

/** When the state of a message was last decided. */
export const decidedAt = (facts: MessageFacts): string | null =>
  facts.bouncedAt ?? facts.rejectedAt ?? facts.deliveredAt ?? facts.openedAt ?? facts.delayedAt ?? null;
