/** One-time starts of the future, under deterministic names; setting one again replaces it. */
export type Timers = {
  set(name: string, at: string, target: 'launchRun' | 'closeOverdue', input: Record<string, string>): Promise<void>;
  cancel(name: string): Promise<void>;
};
