import type { SuppressionEntry } from '../suppression-entries.ts';

/** Addresses and domains that the organisation never writes to; kept by their SHA-256 only. */
export type SuppressionList = {
  /** Adds what is not there yet, and tells running sends. @returns how many were new */
  add(entries: readonly SuppressionEntry[]): Promise<number>;
  /** False: it is not there. */
  remove(entry: SuppressionEntry): Promise<boolean>;
  /** Of these, those that are there. */
  known(entries: readonly SuppressionEntry[]): Promise<SuppressionEntry[]>;
  /** By what they stand for; an entry that came as a hash counts as an address. */
  count(): Promise<{ addresses: number; domains: number }>;
};
