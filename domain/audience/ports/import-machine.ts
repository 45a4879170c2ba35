/** The machine that imports uploaded files. */
export type ImportMachine = {
  /** An execution of this job and attempt that runs or ran already counts as started. */
  start(id: string, attempt: number): Promise<void>;
};
