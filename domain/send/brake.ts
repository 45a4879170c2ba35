import type { Counters } from '../model/figures.ts';
import { BrakeCause, type RunIn } from '../model/run.ts';

/** When a run pauses by itself: percents of the messages of which something was heard, once those are `minimum`. */
export type BrakeLimits = { bouncePercent: number; complaintPercent: number; minimum: number };

/** Of the messages that SES took and then did not send: it found no virus in all of them, so it cannot render them. */
const REJECTED_PERCENT = 20;
const REJECTED_MINIMUM = 50;
/** In a small run: so many, and nothing else was heard of any. */
const REJECTED_ALONE = 20;

const isRejecting = ({ rejected }: Counters, heard: number): boolean => {
  const answered = heard + rejected;
  if (heard === 0) return rejected >= REJECTED_ALONE;
  return answered >= REJECTED_MINIMUM && rejected * 100 >= answered * REJECTED_PERCENT;
};

/** A handful of people proves nothing, whatever share of the first ones they are. */
const LEAST = 5;

/** The questions of the brake that somebody answered by resuming this run. */
export const releasedBrakes = ({ brakeReleased, brakesReleased = [] }: RunIn<'Sending'>): readonly BrakeCause[] =>
  brakeReleased === true ? BrakeCause.options : brakesReleased;

/**
 * The emergency brake: hard bounces and complaints as SES counts them against an account (it reviews an account at
 * 5 % and 0.1 %, and pauses it at 10 % and 0.5 %); and what SES took and did not send, Reject and Rendering Failure.
 * Undefined: go on.
 * @param released causes that are not asked about any more
 */
export const brakeCause = (
  counters: Counters,
  limits: BrakeLimits,
  released: readonly BrakeCause[] = [],
): BrakeCause | undefined => {
  const heard = counters.delivered + counters.bounced;
  const isOver = (count: number, percent: number): boolean =>
    heard >= limits.minimum && count >= LEAST && count * 100 >= heard * percent;
  const isPulled: Record<BrakeCause, boolean> = {
    refusalRatio: isRejecting(counters, heard),
    bounceRatio: isOver(counters.hardBounced, limits.bouncePercent),
    complaintRatio: isOver(counters.complained, limits.complaintPercent),
  };
  const byWeight = ['refusalRatio', 'bounceRatio', 'complaintRatio'] as const;
  return byWeight.find((cause) => isPulled[cause] && !released.includes(cause));
};
