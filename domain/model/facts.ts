import { judgeBounce, type BounceVerdict } from './bounce.ts';
import { classify } from './classify.ts';
import { zeroCounters, type Counters } from './figures.ts';
import { isOverruled, meaningOf, type Meaning } from './meaning.ts';
import { actorClasses, type ActorClass, type MessageState, type TrackingLine } from './message.ts';

/** When it happened first, by class of who did it. */
type FirstBy = Partial<Record<ActorClass, string>>;

/**
 * What follows from a message's lines. Times are the earliest of their kind; of deliveries and bounces, which
 * may change places, the latest.
 */
export type MessageFacts = {
  deliveredAt?: string;
  bouncedAt?: string;
  bounce?: BounceVerdict;
  rejectedAt?: string;
  complainedAt?: string;
  delayedAt?: string;
  openedAt?: string;
  openedBy: FirstBy;
  clickedAt?: string;
  clickedBy: FirstBy;
  unsubscribedAt?: string;
  /** Its opens and clicks may not be known. */
  isUntracked?: true;
};

const earlier = (known: string | undefined, at: string): string => (known !== undefined && known < at ? known : at);

const weight = ({ hard, status, reason }: BounceVerdict): string => `${hard ? 1 : 0}|${status}|${reason}`;

/** The latest bounce decides; of two in the same instant the heavier one, so that their order makes no difference. */
const addBounce = (facts: MessageFacts, line: TrackingLine): void => {
  const verdict = judgeBounce(line);
  const { bouncedAt, bounce } = facts;
  if (bounce && bouncedAt !== undefined) {
    if (bouncedAt > line.at) return;
    if (bouncedAt === line.at && weight(bounce) >= weight(verdict)) return;
  }
  facts.bouncedAt = line.at;
  facts.bounce = verdict;
};

/** Where the first time of each is kept; deliveries and bounces may change places. The others say only that the message went out. */
const firstTime = {
  open: 'openedAt',
  click: 'clickedAt',
  reject: 'rejectedAt',
  complaint: 'complainedAt',
  delay: 'delayedAt',
  unsubscribe: 'unsubscribedAt',
  delivery: null,
  bounce: null,
  // That SES took it over is the ledger's to say.
  send: null,
  autoReply: null,
  notSpam: null,
  wayOut: null,
  viewed: null,
} as const satisfies Record<Meaning, keyof MessageFacts | null>;

const addLine = (facts: MessageFacts, line: TrackingLine, lines: readonly TrackingLine[]): void => {
  if (line.untracked) facts.isUntracked = true;
  const meaning = meaningOf(line);
  if (meaning === 'delivery' && (facts.deliveredAt === undefined || facts.deliveredAt < line.at))
    facts.deliveredAt = line.at;
  if (meaning === 'bounce' && !isOverruled(line, lines)) addBounce(facts, line);
  const name = firstTime[meaning];
  if (name === null) return;
  facts[name] = earlier(facts[name], line.at);
  if (meaning !== 'open' && meaning !== 'click') return;
  const firstBy = meaning === 'open' ? facts.openedBy : facts.clickedBy;
  const { actorClass } = classify(line, lines);
  firstBy[actorClass] = earlier(firstBy[actorClass], line.at);
};

export const factsOf = (lines: readonly TrackingLine[]): MessageFacts => {
  const facts: MessageFacts = { openedBy: {}, clickedBy: {} };
  for (const line of lines) addLine(facts, line, lines);
  return facts;
};

/** The later one decides: a late hard bounce moves a delivered message to failed, a delivery after a soft bounce moves it back. */
export const hasFailed = (facts: MessageFacts): boolean =>
  facts.rejectedAt !== undefined ||
  (facts.bouncedAt !== undefined && (facts.deliveredAt === undefined || facts.bouncedAt >= facts.deliveredAt));

/** Whoever opens, clicks, complains or opts out by the message's own link has it, whatever the order in which SES tells. */
export const isDelivered = (facts: MessageFacts): boolean => {
  const proofs = [facts.deliveredAt, facts.openedAt, facts.clickedAt, facts.complainedAt, facts.unsubscribedAt];
  return !hasFailed(facts) && proofs.some((at) => at !== undefined);
};

const one = (fact: string | undefined): number => (fact === undefined ? 0 : 1);

/** Who opened or clicked a message, and when first. */
export type Actor = { actorClass: ActorClass; at: string };

const actorOf = (...firstBy: readonly FirstBy[]): Actor | undefined => {
  for (const actorClass of actorClasses) {
    const times = firstBy.map((by) => by[actorClass]).filter((at) => at !== undefined);
    const at = times.toSorted()[0];
    if (at !== undefined) return { actorClass, at };
  }
  return undefined;
};

export const clickerOf = ({ clickedBy }: MessageFacts): Actor | undefined => actorOf(clickedBy);

/**
 * A click implies an open; so does an opt-out, which tells nothing of who made it, but for somebody whose
 * opens nobody may know.
 */
export const openerOf = ({ openedBy, clickedBy, unsubscribedAt, isUntracked }: MessageFacts): Actor | undefined =>
  actorOf(openedBy, clickedBy) ??
  (unsubscribedAt === undefined || isUntracked ? undefined : { actorClass: 'unknown', at: unsubscribedAt });

const oneIf = (holds: boolean): number => (holds ? 1 : 0);

const engagement = (facts: MessageFacts): Partial<Counters> => {
  const opener = openerOf(facts);
  const clicker = clickerOf(facts);
  return {
    opened: one(opener?.at),
    openedByHuman: oneIf(opener?.actorClass === 'human'),
    openedByMachine: oneIf(opener?.actorClass === 'machine'),
    clicked: one(clicker?.at),
    clickedByHuman: oneIf(clicker?.actorClass === 'human'),
    clickedByMachine: oneIf(clicker?.actorClass === 'machine'),
    unsubscribed: one(facts.unsubscribedAt),
    complained: one(facts.complainedAt),
  };
};

/** An address on SES's suppression list failed earlier; SES counts it no second time, and neither do we. */
const isNewHardBounce = ({ bounce }: MessageFacts): boolean =>
  bounce !== undefined && bounce.hard && bounce.reason !== 'suppressed';

/**
 * What one message adds to the counters of its run. Counters move by the difference of two contributions,
 * so repeats and any order give the same sums, and a recount is the sum over all rows (invariant 5).
 */
export const contribution = (lines: readonly TrackingLine[]): Counters => {
  const facts = factsOf(lines);
  const base = zeroCounters();
  base.delayed = one(facts.delayedAt);
  if (facts.rejectedAt !== undefined) return { ...base, rejected: 1 };
  if (hasFailed(facts)) return { ...base, bounced: 1, hardBounced: isNewHardBounce(facts) ? 1 : 0 };
  if (!isDelivered(facts)) return base;
  return { ...base, delivered: 1, deliveredUntracked: oneIf(facts.isUntracked === true), ...engagement(facts) };
};

/** State of a message that has facts. */
export const stateByFacts = (facts: MessageFacts): MessageState => {
  if (hasFailed(facts)) return 'failed';
  return isDelivered(facts) ? 'delivered' : 'handedOver';
};

/** Why a message failed after hand-over, by name; null when it did not. */
export const failureOf = (facts: MessageFacts): string | null => {
  if (!hasFailed(facts)) return null;
  return facts.rejectedAt === undefined ? (facts.bounce?.reason ?? null) : 'rejected';
};

/** When the state of a message was last decided. */
export const decidedAt = (facts: MessageFacts): string | null =>
  facts.bouncedAt ?? facts.rejectedAt ?? facts.deliveredAt ?? facts.openedAt ?? facts.delayedAt ?? null;
