/** The gates at which a machine waits for somebody: the task token of each run, encrypted at rest. */
export type Gates = {
  keep(runId: string, taskToken: string): Promise<void>;
  /** Ends the wait of the execution of a run, if it waits; a token that is used up already is no error. */
  answer(runId: string): Promise<void>;
  /** Runs whose token is kept: their machines wait, or their answer was lost. */
  waiting(): Promise<string[]>;
};
