export type TimerTarget = 'launchRun' | 'closeOverdue';

/** One-time starts of the future, under deterministic names. */
export type Timers = {
  /** Setting one again replaces it. */
  set(name: string, at: string, target: TimerTarget, input: Record<string, string>): Promise<void>;
  /** Sets it only if there is none: one that waits already, or is just firing, stays. True: it was missing. */
  ensure(name: string, at: string, target: TimerTarget, input: Record<string, string>): Promise<boolean>;
  cancel(name: string): Promise<void>;
};
