import type { Quota } from '../ports/ses-account.ts';

const DAY_MS = 24 * 3600 * 1000;

/** How a run uses SES's quota, as far as that can be known before it starts. Instants are epoch milliseconds. */
export type Forecast = {
  starts: number;
  ends: number;
  /** Messages of the quota that are left when it starts. */
  free: number;
  /** Parts of a day's quota that it needs, rounded up to a tenth; 0 when the account has no such limit. */
  share: number;
  /** At the granted rate, without waiting for the quota. */
  seconds: number;
};

const millisecondsFor = (messages: number, perSecond: number): number =>
  perSecond > 0 ? Math.ceil((messages / perSecond) * 1000) : 0;

/** What does not fit waits for the next day, as SES counts: the last 24 hours. So the end is the latest one. */
const takes = (toDeliver: number, free: number, { per24Hours, perSecond }: Quota): number => {
  const left = toDeliver - free;
  if (left <= 0 || per24Hours <= 0) return millisecondsFor(toDeliver, perSecond);
  const days = Math.ceil(left / per24Hours);
  return days * DAY_MS + millisecondsFor(left - (days - 1) * per24Hours, perSecond);
};

/** What was sent today is forgotten when a planned run starts a day from now. */
export const forecast = (known: { quota: Quota; toDeliver: number; starts: number; now: number }): Forecast => {
  const { quota, toDeliver, starts, now } = known;
  const { per24Hours, sentLast24Hours, perSecond } = quota;
  const used = starts - now >= DAY_MS ? 0 : sentLast24Hours;
  const free = per24Hours < 0 ? toDeliver : Math.max(0, per24Hours - used);
  return {
    starts,
    ends: starts + takes(toDeliver, free, quota),
    free,
    share: per24Hours > 0 ? Math.ceil((toDeliver / per24Hours) * 1000) / 1000 : 0,
    seconds: perSecond > 0 ? Math.ceil(toDeliver / perSecond) : 0,
  };
};
