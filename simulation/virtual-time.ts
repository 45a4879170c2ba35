/** Time that passes only when everybody waits: a minute of sending takes a moment, and the same each time. */
export class VirtualTime {
  now = 1_000_000_000_000;
  private sleepers: { at: number; order: number; wake: () => void }[] = [];
  private order = 0;

  sleep = async (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.order += 1;
      this.sleepers.push({ at: this.now + Math.max(0, milliseconds), order: this.order, wake });
    });

  /** Lets so much time pass. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      // Everything that follows from the last wake-up happens before the next one.
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      const [next] = this.sleepers.toSorted((one, other) => one.at - other.at || one.order - other.order);
      if (!next || next.at > end) break;
      this.sleepers = this.sleepers.filter((sleeper) => sleeper !== next);
      this.now = next.at;
      next.wake();
    }
    this.now = end;
  }
}

/** Mulberry32: the same seed gives the same delays. */
export const diceOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
