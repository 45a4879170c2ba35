import { VirtualTime } from '../../../simulation/virtual-time.ts';
import { aroundCalls } from '../around-calls.ts';
import { faults, Invocation } from '../send/crash-invocation.ts';

/** `repeat`: the SDK asks again because the answer was lost, and hears the second one. */
export const callFaults = [...faults, 'repeat'] as const;
type CallFault = (typeof callFaults)[number];
type Plan = ReadonlyMap<number, CallFault>;

/** Who moves runs, the watch of each minute, and who posts to webhooks. */
export const kinds = ['move', 'watch', 'deliver'] as const;
type Kind = (typeof kinds)[number];
/** Of the first invocations of each kind, by the number of the call. */
export type Plans = Partial<Record<Kind, readonly Plan[]>>;

/** No answer came, and the process lives. */
export class Lost extends Error {}

const never = new Promise<never>(() => {});

/** Lambdas that run side by side in a time of their own: each call takes a while, and fails where it is planned. */
export class Processes {
  readonly time = new VirtualTime();
  /** Calls in all by kind and invocation, so that a test can visit each. */
  readonly calls: Record<Kind, number[]> = { move: [], watch: [], deliver: [] };
  /** Invocations of each kind that were killed, were out of time, or heard no answer. */
  readonly struck: Record<Kind, number> = { move: 0, watch: 0, deliver: 0 };
  /** The call whose effect happens: one that the SDK asks again is the same call. */
  call = 0;
  private made = 0;
  private readonly latency: () => number;
  private readonly plans: Plans;

  constructor(latency: () => number, plans: Plans) {
    this.latency = latency;
    this.plans = plans;
  }

  /** `repeated`: ports whose calls the SDK asks again. Undefined: it failed, was killed, or its time was over. */
  async invoke<Repeated extends object, Once extends object, Answer>(
    { kind, lifeMs, repeated, once }: { kind: Kind; lifeMs: number; repeated: Repeated; once: Once },
    work: (ports: Repeated & Once, timeLeft: () => number) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const number = this.calls[kind].push(0) - 1;
    const invocation = new Invocation<CallFault>(`${kind}-${number}`, this.plans[kind]?.[number] ?? new Map());
    const end = this.time.now + lifeMs;
    const call = (isRepeated: boolean) => async (effect: () => Promise<unknown>) => {
      const fault = invocation.plan.get(invocation.calls);
      invocation.calls += 1;
      this.calls[kind][number] = invocation.calls;
      return this.make({ kind, invocation, end, fault: fault === 'repeat' && !isRepeated ? undefined : fault }, effect);
    };
    const ports = { ...aroundCalls(repeated, call(true)), ...aroundCalls(once, call(false)) };
    const done = work(ports, () => end - this.time.now).catch(() => undefined);
    return (await Promise.race([done, invocation.end])) ?? undefined;
  }

  private async make(
    at: { kind: Kind; invocation: Invocation<CallFault>; end: number; fault: CallFault | undefined },
    effect: () => Promise<unknown>,
  ): Promise<unknown> {
    const { fault } = at;
    await this.goOn(at, fault === 'dieBefore');
    if (fault === 'loseBefore') throw this.lose(at.kind);
    this.made += 1;
    const mine = this.made;
    const take = async (): Promise<unknown> => {
      this.call = mine;
      return effect();
    };
    if (fault === 'repeat') await take();
    const answer = await take();
    await this.goOn(at, fault === 'dieAfter');
    if (fault === 'loseAfter') throw this.lose(at.kind);
    return answer;
  }

  /** On the way, to the other end or back. */
  private async goOn(
    { kind, invocation, end }: { kind: Kind; invocation: Invocation<CallFault>; end: number },
    dies: boolean,
  ) {
    await this.time.sleep(this.latency());
    if (!invocation.isDead && !dies && this.time.now < end) return;
    if (!invocation.isDead) this.struck[kind] += 1;
    invocation.die();
    await never;
  }

  private lose(kind: Kind): Lost {
    this.struck[kind] += 1;
    return new Lost();
  }
}
