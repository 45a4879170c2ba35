import type { AuditEntry, AuditRecord } from '../model/audit-chain.ts';

/** The history of each run, hash-chained; nothing in it is ever changed or removed. */
export type Audit = {
  append(entry: Omit<AuditEntry, 'facts'> & Partial<Pick<AuditEntry, 'facts'>>): Promise<void>;
  /** Oldest first. */
  ofRun(runId: string): Promise<AuditRecord[]>;
};
