/**
 * What can happen at a call of a port. `die…`: the process ends there and never hears of the call again;
 * `lose…`: the call fails, before or after it took effect, and the process lives.
 */
export const faults = ['dieBefore', 'dieAfter', 'loseBefore', 'loseAfter'] as const;
export type Fault = (typeof faults)[number];

/** One invocation of the send Lambda: counts its calls, and fails at the planned one. */
export class Invocation<Planned = Fault> {
  isDead = false;
  calls = 0;
  readonly end: Promise<void>;
  private ended: () => void = () => {};
  readonly id: string;
  readonly plan: ReadonlyMap<number, Planned>;

  constructor(id: string, plan: ReadonlyMap<number, Planned>) {
    this.id = id;
    this.plan = plan;
    this.end = new Promise((resolve) => {
      this.ended = resolve;
    });
  }

  die(): void {
    this.isDead = true;
    this.ended();
  }
}
