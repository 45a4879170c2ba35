/** Starts the machine of a run. */
export type Machine = {
  /** An execution of that name that runs or ran already counts as started. */
  start(name: string, runId: string): Promise<void>;
};
