/** How many proofs were counted of a run and on a day (UTC, `2026-11-28`), durably. Those of no run count for their day only. */
export type ProofCounts = {
  of(runId: string | null, day: string): Promise<{ run: number; day: number }>;
  /** Counts proofs that are about to go out, in one step; false, and nothing is counted: a count is above its `room` by now. */
  add(asked: {
    runId: string | null;
    day: string;
    proofs: number;
    room: { run: number; day: number };
  }): Promise<boolean>;
  /** Takes back what certainly did not go out. */
  giveBack(asked: { runId: string | null; day: string; proofs: number }): Promise<void>;
};
