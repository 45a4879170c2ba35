import type { VerifyPorts } from '../../../lambdas/send/verify-manifest.ts';

/** What "Verify" asks besides the run: no campaign and no series are behind it, and the account sends nothing else. */
export const aloneInTheAccount = (objects: ReadonlyMap<string, string>) =>
  ({
    campaigns: { get: async () => undefined, markConfirmed: async () => {} },
    lives: { get: async () => undefined },
    content: { get: async (key: string) => objects.get(key), getBytes: async () => undefined },
    kpis: { markChanged: async () => {} },
    unknown: { ofRun: async () => ({ numbers: [], runs: 0 }) },
    account: { quota: async () => ({ perSecond: 14, per24Hours: -1, sentLast24Hours: 0 }) },
    reservePercent: 0,
    mostWorkers: 1,
    destinationsPerCall: 50,
  }) satisfies Partial<Record<keyof VerifyPorts, unknown>>;
