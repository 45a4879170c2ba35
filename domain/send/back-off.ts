import * as z from 'zod';

/** How far the account's rate is lowered for everybody, and until when; times in epoch milliseconds. */
export const BackOff = z.object({ level: z.int().min(1), since: z.number(), until: z.number() });
export type BackOff = z.infer<typeof BackOff>;

/** SES throttled: the whole account sends less for a minute. */
const LASTS_MS = 60_000;
/** Several workers hear of the same throttling; what comes this soon after is no news. */
const SAME_MS = 5000;
const KEPT_SHARE = 0.8;
/** A third of the rate is left at this level; SES recovers from less. */
const MAX_LEVEL = 5;

/** What to write when SES throttles; undefined: somebody has just written it. */
export const nextBackOff = (current: BackOff | undefined, now: number): BackOff | undefined => {
  const active = current && current.until > now ? current : undefined;
  if (active && now - active.since < SAME_MS) return undefined;
  return { level: Math.min((active?.level ?? 0) + 1, MAX_LEVEL), since: now, until: now + LASTS_MS };
};

/** The rate while the account backs off: a fifth less for each level, at least one a second. */
export const loweredRate = (granted: number, backOff: BackOff | undefined, now: number): number =>
  backOff && backOff.until > now ? Math.max(1, Math.floor(granted * KEPT_SHARE ** backOff.level)) : granted;
