import * as z from 'zod';

/**
 * How many SendBulkEmail calls a second all workers of the account make together, as SES let them find out; when that
 * was last lowered, and until when more is not tried. Epoch milliseconds.
 */
export const BulkCallLimit = z.object({ perSecond: z.number().positive(), loweredAt: z.number(), until: z.number() });
export type BulkCallLimit = z.infer<typeof BulkCallLimit>;

/**
 * "All actions (except for SendEmail, SendRawEmail, and SendTemplatedEmail) are throttled at one request per second":
 * the quotas of SES name SendBulkEmail neither here nor there (https://docs.aws.amazon.com/ses/latest/dg/quotas.html),
 * so this is where a limit that shows itself is looked for first.
 */
const DOCUMENTED_A_SECOND = 1;
/** A limit that lets so many through is none for 3,200 messages a second; nobody counts calls any more. */
const AS_MANY_AS_WANTED = 64;
/** Somebody else uses up what SES allows: this many are still tried, one in sixteen seconds. */
const LEAST_A_SECOND = 1 / 16;
/** After SES refused a call, for so long no more than the lowered number is tried. */
const HOLDS_MS = 10 * 60_000;
/** When twice as many are tried and SES takes them, for so long before they are doubled again. */
const TRIAL_MS = 60_000;
/** Several workers hear of the same refusal, and read what one of them wrote within a second. */
const SAME_MS = 2000;
/** Calls come a little later than they were meant to, and SES may count a second of its own. */
const SLACK = 1.05;

export const isLimited = (limit: BulkCallLimit | undefined): limit is BulkCallLimit =>
  limit !== undefined && limit.perSecond < AS_MANY_AS_WANTED;

/** Milliseconds from one bulk call of all workers to the next. */
export const intervalOf = ({ perSecond }: BulkCallLimit): number => Math.ceil((1000 / perSecond) * SLACK);

/** What to write when SES refuses a bulk call whatever is in it; undefined: it was written a moment ago. */
export const loweredLimit = (current: BulkCallLimit | undefined, now: number): BulkCallLimit | undefined => {
  if (current && now - current.loweredAt < SAME_MS) return undefined;
  if (!isLimited(current)) return { perSecond: DOCUMENTED_A_SECOND, loweredAt: now, until: now + HOLDS_MS };
  // Below what is documented SES takes none for now: each try that it refuses leaves a slot of the rate unused.
  const perSecond = current.perSecond > DOCUMENTED_A_SECOND ? current.perSecond / 2 : current.perSecond / 4;
  return { perSecond: Math.max(LEAST_A_SECOND, perSecond), loweredAt: now, until: now + HOLDS_MS };
};

/** What to write when it is time to ask SES again whether it takes more; undefined: not yet, or it takes all. */
export const raisedLimit = (current: BulkCallLimit | undefined, now: number): BulkCallLimit | undefined =>
  isLimited(current) && now >= current.until
    ? { ...current, perSecond: current.perSecond * 2, until: now + TRIAL_MS }
    : undefined;
