import type { Quota, SesAccount } from '../../domain/ports/ses-account.ts';
import type { KnownQuota, SharedQuota } from '../../domain/send/ports/shared-quota.ts';
import type { SharedTime } from '../../domain/send/ports/shared-time.ts';

export type QuotaReaderPorts = {
  shared: SharedQuota;
  time: Pick<SharedTime, 'now'>;
  /** Asks SES, which allows one such question a second for the whole account. */
  ask: () => Promise<Quota>;
  sleep: (milliseconds: number) => Promise<void>;
};

/** SES's answer is good for so long. */
const FRESH_MS = 10_000;
/** Who went to ask and has not come back by then may have died. */
const ASKING_MS = 10_000;
/** Nobody knows the quota yet: for so often, so far apart, the others look whether the one who asks has it. */
const LOOKS = 20;
const LOOK_AGAIN_MS = 500;

/**
 * The quota as all workers share it: one of them asks SES, the others read what it said. When SES gives no answer, the
 * last one holds; only when there never was one, and SES answers nobody, is that a failure.
 */
export const quotaReader = (ports: QuotaReaderPorts): SesAccount['quota'] => {
  let own: { quota: Quota; until: number } | undefined;

  const askSes = async ({ quota: last }: KnownQuota): Promise<Quota> => {
    try {
      const quota = await ports.ask();
      await ports.shared.write(quota, ports.time.now());
      return quota;
    } catch (error) {
      if (last) return last;
      throw error;
    }
  };

  const look = async (now: number): Promise<Quota | undefined> => {
    const known = await ports.shared.read();
    const { quota, readAt = -Infinity, askedAt = -Infinity } = known;
    if (quota && now - readAt < FRESH_MS) return quota;
    const isAsked = now - askedAt < ASKING_MS;
    if (!isAsked && (await ports.shared.claim(now, known))) return askSes(known);
    return quota;
  };

  return async () => {
    if (own && ports.time.now() < own.until) return own.quota;
    let quota: Quota | undefined;
    for (let looks = 0; quota === undefined && looks < LOOKS; looks += 1) {
      if (looks > 0) await ports.sleep(LOOK_AGAIN_MS);
      quota = await look(ports.time.now());
    }
    quota ??= await askSes({});
    own = { quota, until: ports.time.now() + FRESH_MS };
    return quota;
  };
};
