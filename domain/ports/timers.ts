export type TimerTarget = 'launchRun' | 'closeOverdue';

/** One-time starts of the future, under deterministic names. */
export type Timers = {
  /** Setting one again replaces it. */
  set(name: string, at: string, target: TimerTarget, input: Record<string, string>): Promise<void>;
  /** When it fires (ISO 8601). Undefined: there is none, or one that nobody here has set. */
  waitingFor(name: string): Promise<string | undefined>;
  cancel(name: string): Promise<void>;
};
