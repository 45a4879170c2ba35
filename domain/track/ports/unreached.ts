import type { Unreached } from '../unreached.ts';

/** Mails of ours about a run that did not arrive, one of each kind for each person, or for each domain of proofs. */
export type UnreachedMails = {
  /** The later one counts. @param at now, ISO 8601, from which on they are kept for 90 days */
  keep(runId: string, unreached: Unreached, at: string): Promise<void>;
  of(runId: string): Promise<Unreached[]>;
};
