import type { MessageFacts, MessageRow } from '../message.ts';
import type { TrackedEvent } from '../ports/messages.ts';
import { judgeBounce } from './bounce.ts';
import { classify } from './classify.ts';
import type { Origin, SesEvent } from './ses-event.ts';

const earliest = (known: string | undefined, at: string): string => (known !== undefined && known < at ? known : at);
const latest = (known: string | undefined, at: string): string => (known !== undefined && known > at ? known : at);

/** SES writes times with and without fractions; one form, so that they compare as text. */
const instant = (time: string): string => new Date(time).toISOString();

type Applied = { facts: MessageFacts; tracked: Pick<TrackedEvent, 'kind' | 'at' | 'link' | 'actorClass' | 'rule'> };

type Verdict = NonNullable<MessageFacts['bounce']>;

const weight = ({ hard, status, reason }: Verdict): string => `${hard ? 1 : 0}|${status}|${reason}`;

/** The latest bounce decides; of two in the same instant the heavier one, so that their order makes no difference. */
const decisiveBounce = ({ bouncedAt, bounce }: MessageFacts, at: string, verdict: Verdict): Verdict => {
  if (bouncedAt === undefined || !bounce || at > bouncedAt) return verdict;
  return at === bouncedAt && weight(verdict) > weight(bounce) ? verdict : bounce;
};

const applyBounce = (facts: MessageFacts, bounce: NonNullable<SesEvent['bounce']>): Applied => {
  const at = instant(bounce.timestamp);
  const status = bounce.bouncedRecipients[0]?.status ?? '';
  const verdict = judgeBounce({ ...bounce, status });
  return {
    facts: {
      ...facts,
      bouncedAt: latest(facts.bouncedAt, at),
      bounce: decisiveBounce(facts, at, verdict),
    },
    tracked: { kind: 'bounce', at, rule: verdict.reason },
  };
};

const applyOpen = (facts: MessageFacts, open: NonNullable<SesEvent['open']>): Applied => {
  const at = instant(open.timestamp);
  const { actorClass, rule } = classify({ userAgent: open.userAgent, isBotEvent: open.isBotEvent });
  return {
    facts: {
      ...facts,
      openedAt: earliest(facts.openedAt, at),
      ...(actorClass === 'human' && { openedByHumanAt: earliest(facts.openedByHumanAt, at) }),
    },
    tracked: { kind: 'open', at, actorClass, rule },
  };
};

const applyClick = (facts: MessageFacts, click: NonNullable<SesEvent['click']>): Applied => {
  const at = instant(click.timestamp);
  const { actorClass, rule } = classify({ userAgent: click.userAgent, isBotEvent: click.isBotEvent });
  return {
    facts: {
      ...facts,
      clickedAt: earliest(facts.clickedAt, at),
      ...(actorClass === 'human' && { clickedByHumanAt: earliest(facts.clickedByHumanAt, at) }),
    },
    tracked: { kind: 'click', at, link: click.link, actorClass, rule },
  };
};

const applySimple = (facts: MessageFacts, event: SesEvent): Applied | undefined => {
  if (event.delivery) {
    const at = instant(event.delivery.timestamp);
    return { facts: { ...facts, deliveredAt: latest(facts.deliveredAt, at) }, tracked: { kind: 'delivery', at } };
  }
  if (event.complaint) {
    const at = instant(event.complaint.timestamp);
    return { facts: { ...facts, complainedAt: earliest(facts.complainedAt, at) }, tracked: { kind: 'complaint', at } };
  }
  if (event.reject ?? event.failure) {
    const at = instant(event.mail.timestamp);
    return { facts: { ...facts, rejectedAt: earliest(facts.rejectedAt, at) }, tracked: { kind: 'reject', at } };
  }
  if (event.deliveryDelay) {
    const at = instant(event.deliveryDelay.timestamp);
    return { facts: { ...facts, delayedAt: earliest(facts.delayedAt, at) }, tracked: { kind: 'delay', at } };
  }
  return undefined;
};

/** The facts after one more event. Commutative and idempotent: order and repeats make no difference. */
const applied = (facts: MessageFacts, event: SesEvent): Applied | undefined => {
  if (event.bounce) return applyBounce(facts, event.bounce);
  if (event.open) return applyOpen(facts, event.open);
  if (event.click) return applyClick(facts, event.click);
  return applySimple(facts, event);
};

/** Same event, same id; `hash` makes it short. */
const eventId = (tracked: Applied['tracked'], hash: (text: string) => string): string =>
  hash([tracked.kind, tracked.at, tracked.link ?? ''].join('|'));

/**
 * A message's row after an event, and the line of the tracking log. Undefined: an event without a fact
 * (such as Send), which changes nothing.
 */
export const applyEvent = (
  row: MessageRow | undefined,
  origin: Origin,
  event: SesEvent,
  hash: (text: string) => string,
): { row: MessageRow; tracked: TrackedEvent } | undefined => {
  const known: MessageRow = row ?? {
    ...origin,
    address: event.mail.destination[0] ?? '',
    sesMessageId: event.mail.messageId,
    facts: {},
    version: 0,
  };
  const result = applied(known.facts, event);
  if (!result) return undefined;
  const tracked = { ...origin, address: known.address, id: eventId(result.tracked, hash), ...result.tracked };
  return { row: { ...known, facts: result.facts }, tracked };
};
