import type { Quota } from '../../ports/ses-account.ts';

/** What all workers know of the account's quota: what SES said last, when that was, and when somebody last went to ask. Epoch milliseconds. */
export type KnownQuota = { quota?: Quota | undefined; readAt?: number | undefined; askedAt?: number | undefined };

export type SharedQuota = {
  read(): Promise<KnownQuota>;
  /** True for the one that asks SES now, of all that read `before`. */
  claim(now: number, before: KnownQuota): Promise<boolean>;
  write(quota: Quota, readAt: number): Promise<void>;
};
