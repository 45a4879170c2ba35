import { Problem } from '../http/problem.ts';

/** So many requests of one machine are answered in each window. */
export const LIMIT = 600;
export const WINDOW_S = 60;
/** Taken from the count at once, so that there is a write for each of these, not for each request. */
export const LEASE = 20;

/** What a container has taken from the count of a machine, and how much of it is left. */
export type RequestLease = {
  /** Epoch seconds at which the window begins. */
  window: number;
  left: number;
  /** All that was taken by all, as the last answer said. */
  taken: number;
};

export const windowAt = (now: number): number => Math.floor(now / 1000 / WINDOW_S) * WINDOW_S;

/** Is more to be taken from the count before another request is answered? */
export const needsMore = (lease: RequestLease | undefined, window: number): boolean =>
  lease?.window !== window || (lease.left === 0 && lease.taken < LIMIT);

/** @param taken the count after `LEASE` more were taken; what is above the limit is not granted */
export const leaseOf = (window: number, taken: number): RequestLease => ({
  window,
  left: Math.max(0, Math.min(LEASE, LIMIT - (taken - LEASE))),
  taken,
});

/** One request of it; none is left where it is not granted. */
export const takenFrom = (lease: RequestLease): { lease: RequestLease; isGranted: boolean } =>
  lease.left > 0 ? { lease: { ...lease, left: lease.left - 1 }, isGranted: true } : { lease, isGranted: false };

const remaining = ({ left, taken }: RequestLease): number => Math.max(0, LIMIT - taken) + left;

const secondsLeft = ({ window }: RequestLease, now: number): number =>
  Math.max(1, Math.ceil(window + WINDOW_S - now / 1000));

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/: a policy, and what is left of it. */
export const limitHeaders = (lease: RequestLease, now: number): Record<string, string> => ({
  'ratelimit-policy': `"machine";q=${LIMIT};w=${WINDOW_S}`,
  ratelimit: `"machine";r=${remaining(lease)};t=${secondsLeft(lease, now)}`,
});

export const tooFast = (lease: RequestLease, now: number): Problem =>
  new Problem(
    'too-many',
    `This machine asks more than ${LIMIT} times in ${WINDOW_S} seconds.`,
    'Wait as long as Retry-After says, and ask for many at once where the API takes many.',
    { cause: 'machineTooFast', limit: LIMIT, retryAfterSeconds: secondsLeft(lease, now) },
  );
