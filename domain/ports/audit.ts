import type { Person } from '../people.ts';

/** Who did what to a run; append-only, never with addresses of recipients or tokens. */
export type AuditEntry = {
  at: string;
  runId: string;
  what: string;
  by: Person | null;
  facts?: Record<string, string | number>;
};

export type Audit = { append(entry: AuditEntry): Promise<void>; ofRun(runId: string): Promise<AuditEntry[]> };
