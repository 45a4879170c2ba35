/** The time that all workers agree on, whatever their own clocks say. Epoch milliseconds. */
export type SharedTime = {
  now: () => number;
  /** Resolves once `now` is good: at once for a clock that is right, after a second or two for one that is not. */
  settle: () => Promise<void>;
};
