import { classify } from '../model/classify.ts';
import { clickerOf, contribution, factsOf, openerOf } from '../model/facts.ts';
import { meaningOf } from '../model/meaning.ts';
import type { TrackingLine } from '../model/message.ts';
import type { Message } from './break-down.ts';

const earliest = (...times: (string | undefined)[]): string | undefined =>
  times.filter((at) => at !== undefined).toSorted()[0];

/** A message as the breakdown counts it. A click and an opt-out imply an open, so the first of them is one. */
export const messageOf = (lines: readonly TrackingLine[], domain: string): Message => {
  const facts = factsOf(lines);
  return {
    domain,
    counted: contribution(lines),
    openedAt: earliest(facts.openedAt, facts.clickedAt, facts.unsubscribedAt),
    opener: openerOf(facts),
    clickedAt: facts.clickedAt,
    clicker: clickerOf(facts),
    clicks: lines
      .filter((line) => meaningOf(line) === 'click')
      .map((line) => ({
        link: line.link ?? '',
        label: line.label ?? '',
        actorClass: classify(line, lines).actorClass,
      })),
  };
};

const DAY_MS = 86_400_000;

/** Counters move by less than this share: the parts stay as they are for a day. */
const SHARE = 1 / 200;

/** Whether to take a changed run's figures apart anew; `events` is the sum of its counters. */
export const isWorthCounting = (
  known: { events: number; asOf: string } | undefined,
  events: number,
  now: number,
): boolean =>
  known === undefined ||
  Math.abs(events - known.events) >= Math.max(1, events * SHARE) ||
  (events !== known.events && now - Date.parse(known.asOf) >= DAY_MS);
