import type { Quota } from '../ports/ses-account.ts';
import type { AccountView } from './api.ts';
import type { SendStatistics } from './ports/send-statistics.ts';

/** SES tells of so long. */
const TOLD_MS = 14 * 86_400_000;

/**
 * From where on SES reviews an account, and from where on it may pause its sending
 * (https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html).
 */
const BOUNCES = { reviewAt: 0.05, pauseAt: 0.1 };
const COMPLAINTS = { reviewAt: 0.001, pauseAt: 0.005 };

const sumOf = (points: SendStatistics, part: keyof SendStatistics[number]): number =>
  points.reduce((sum, point) => sum + point[part], 0);

/** `statistics` undefined: SES did not say. `now`: epoch milliseconds. */
export const accountView = (quota: Quota, statistics: SendStatistics | undefined, now: number): AccountView => {
  const { perSecond, per24Hours, sentLast24Hours, isInSandbox = false } = quota;
  const attempts = sumOf(statistics ?? [], 'attempts');
  const share = (count: number, limits: typeof BOUNCES) => ({
    count,
    ratio: attempts === 0 ? null : count / attempts,
    ...limits,
  });
  return {
    asOf: new Date(now).toISOString(),
    perSecond,
    per24Hours,
    sentLast24Hours,
    left: per24Hours < 0 ? null : Math.max(0, per24Hours - sentLast24Hours),
    isInSandbox,
    reputation: statistics
      ? {
          since: new Date(now - TOLD_MS).toISOString(),
          attempts,
          bounces: share(sumOf(statistics, 'bounces'), BOUNCES),
          complaints: share(sumOf(statistics, 'complaints'), COMPLAINTS),
        }
      : null,
  };
};
