/** The machine of runs; the names of its executions begin with the id of their run. */
export type Machine = {
  /** An execution of that name that runs or ran already counts as started. */
  start(name: string, runId: string): Promise<void>;
  /** Ids of the runs that have an execution now. */
  running(): Promise<Set<string>>;
};
