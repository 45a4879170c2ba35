/** The gates at which a machine waits for somebody: the task token of each run, encrypted at rest. */
export type Gates = {
  keep(runId: string, taskToken: string): Promise<void>;
  /** Wakes the machine of a run, if it waits; a token that is closed already is no error. */
  answer(runId: string): Promise<void>;
  /** Runs whose token is kept: their machines wait, or their answer was lost. */
  waiting(): Promise<string[]>;
};
