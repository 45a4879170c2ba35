import { setImmediate } from 'node:timers/promises';
import type fc from 'fast-check';
import type { BackOff } from '../../../domain/send/back-off.ts';
import type { ChunkTally, Group } from '../../../domain/model/ledger.ts';
import type { Chunk, Manifest } from '../../../domain/model/manifest.ts';
import type { EntryOutcome, GroupMail, GroupOutcome, Interruption } from '../../../domain/send/ports/group-mailer.ts';
import type { Run, RunIn } from '../../../domain/model/run.ts';
import { ChunkWorker, type WorkerPorts } from '../../../lambdas/send/chunk-worker.ts';
import { RateShare, type RateSharePorts } from '../../../lambdas/send/rate-share.ts';
import { settleRun } from '../../../lambdas/send/settle-run.ts';
import { awaiting, now, preparation } from '../samples.ts';

/**
 * What can happen at a call of a port. `die…`: the process ends there and never hears of the call again;
 * `lose…`: the call fails, before or after it took effect, and the process lives.
 */
export const faults = ['dieBefore', 'dieAfter', 'loseBefore', 'loseAfter'] as const;
export type Fault = (typeof faults)[number];

/** How SES answers for a recipient when it answers: by number of the message, one word for each time it is asked. */
export type Words = Record<number, Word[]>;
/**
 * `culprit`: as long as others are in the call, SES refuses it as a whole because of this one; `failed`: it refuses this
 * one and does not say why.
 */
export type Word = 'ok' | 'refused' | 'culprit' | 'failed' | Exclude<Interruption['kind'], 'split'>;

const never = new Promise<never>(() => {});
const key = (group: Pick<Group, 'from' | 'generation'>): string => `${group.from}#${group.generation}`;
export const membersOf = ({ from, to }: Pick<Group, 'from' | 'to'>): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const released: RunIn<'Sending'> = {
  ...awaiting,
  state: 'Sending',
  preparation,
  startAt: now,
  sendingStartedAt: now,
};

/** One invocation of the send Lambda: counts its calls, and fails at the planned one. */
class Invocation {
  isDead = false;
  calls = 0;
  readonly end: Promise<void>;
  private ended: () => void = () => {};
  readonly id: string;
  readonly plan: ReadonlyMap<number, Fault>;

  constructor(id: string, plan: ReadonlyMap<number, Fault>) {
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

/** One chunk, its ledger with DynamoDB's conditions, a sink in the place of SES, and workers that come and go. */
export class CrashWorld {
  readonly sink: number[] = [];
  readonly ledger = new Map<string, Group>();
  /** Members of groups that were under way when something failed: nobody else may end as unknown. */
  readonly atRisk = new Set<number>();
  /** Profiles by id, and addresses by key. */
  readonly optedOut = { profiles: new Set<string>(), addresses: new Set<string>() };
  /** Whose mail cannot be put together. */
  readonly unrenderable = new Set<number>();
  /** Groups whose end went with the claim of another. */
  takenAlong = 0;
  /** Calls of ports in all, so that a test can visit each. */
  calls = 0;
  /** Rate of the account; half of it is kept for others. */
  perSecond = 6;
  perCall = 2;
  run: Run;
  backOff: BackOff | undefined;
  paused: string | undefined;
  /** What SES said when it paused. */
  pausedFor: string | undefined;
  isBrakeReleased = false;
  held: string | undefined;
  /** How each invocation ended; undefined: it failed or was killed. */
  readonly ends: (string | undefined)[] = [];
  private readonly taken = new Map<number, number>();
  private tally: ChunkTally | undefined;
  private time = Date.parse(now);
  private invocations = 0;
  private readonly chunk: Chunk;
  private readonly words: Words;
  private readonly scheduler: fc.Scheduler | undefined;

  constructor(recipients: number, words: Words = {}, scheduler?: fc.Scheduler) {
    this.words = structuredClone(words);
    this.scheduler = scheduler;
    this.chunk = {
      runId: 'r',
      chunk: 0,
      recipients: Array.from({ length: recipients }, (_, number) => ({
        profileId: `p${number}`,
        address: `N${number}@Reader.example`,
        data: { number: String(number) },
      })),
    };
    const counts = { targeted: recipients, excluded: [], toDeliver: recipients };
    this.run = { ...released, preparation: { ...preparation, counts } };
  }

  groups(): Group[] {
    return [...this.ledger.values()].toSorted((one, other) => one.from - other.from);
  }

  /** Invocations that run side by side, each with its planned fault; a failed one is left to the next pass. */
  async pass(plans: readonly ReadonlyMap<number, Fault>[]): Promise<void> {
    const all = Promise.all(plans.map((plan) => this.invoke(plan)));
    await (this.scheduler ? this.scheduler.waitFor(all) : all);
  }

  /** What the machine does after the Map, some time later. */
  async settle(): Promise<'settled' | 'incomplete'> {
    this.time += 30_000;
    const nothing = async (): Promise<void> => {};
    const settle = settleRun({
      runs: {
        get: async () => this.run,
        replace: async (run: Run) => {
          this.run = run;
        },
      } as never,
      ledger: {
        ofChunk: async () => this.groups(),
        tallies: async () => (this.tally ? [this.tally] : []),
        putTally: async (_run: string, tally: ChunkTally) => this.keepTally(tally),
      },
      kpis: { markChanged: nothing } as never,
      audit: { append: nothing } as never,
      clock: () => this.time,
    });
    return (await settle({ runId: 'r' })).outcome;
  }

  tallied(): ChunkTally | undefined {
    return this.tally;
  }

  private async invoke(plan: ReadonlyMap<number, Fault>): Promise<void> {
    this.invocations += 1;
    const invocation = new Invocation(`i${this.invocations}`, plan);
    const ports = this.ports(invocation);
    const worker = new ChunkWorker(ports, {
      rateShare: new RateShare(ports),
      chunk: this.chunk,
      template: {
        manifest: { runId: 'r', content: { subject: {}, html: {}, text: {} } } as Manifest,
        render: ({ number }) => {
          if (this.unrenderable.has(Number(number))) throw new Error('undefined variable: parts.1');
          return {};
        },
        unsubscribeUrl: () => 'https://x.example/u',
      },
      watch: async () => ({ sending: this.paused === undefined, optedOut: this.optedOut }),
      timeLeft: () => 900_000,
      isBrakeReleased: this.isBrakeReleased,
    });
    const end = worker.run().then(
      ({ outcome }) => outcome,
      () => undefined,
    );
    this.ends.push((await Promise.race([end, invocation.end])) ?? undefined);
  }

  /** A call over the network: others may come first, and the planned fault happens at it. */
  private async call<T>(invocation: Invocation, effect: () => T, risked: readonly number[] = []): Promise<T> {
    if (this.scheduler) await this.scheduler.schedule(Promise.resolve());
    if (invocation.isDead) return never;
    this.calls += 1;
    invocation.calls += 1;
    const fault = invocation.plan.get(invocation.calls - 1);
    if (fault === undefined) return effect();
    for (const number of risked) this.atRisk.add(number);
    if (fault === 'loseBefore') throw new Error('the answer was lost');
    if (fault === 'dieBefore') return this.kill(invocation);
    const result = effect();
    if (fault === 'loseAfter') throw new Error('the answer was lost');
    void result;
    return this.kill(invocation);
  }

  private kill(invocation: Invocation): Promise<never> {
    for (const group of this.groups())
      if (!group.outcome && group.attempt.startsWith(`${invocation.id}-`))
        for (const number of membersOf(group)) this.atRisk.add(number);
    invocation.die();
    return never;
  }

  private ports(invocation: Invocation): WorkerPorts & RateSharePorts {
    let attempts = 0;
    return {
      ledger: this.ledgerPort(invocation),
      leases: {
        take: async (second, tokens, perSecond) => this.call(invocation, () => this.take(second, tokens, perSecond)),
        backOff: async () => this.call(invocation, () => this.backOff),
        setBackOff: async (next) =>
          this.call(invocation, () => {
            this.backOff = next;
            return true;
          }),
      },
      time: { now: () => this.time, settle: async () => {} },
      account: {
        quota: async () => ({ perSecond: this.perSecond, per24Hours: -1, sentLast24Hours: 0 }),
      },
      mailer: { send: async (mail) => this.send(invocation, mail) },
      pauseRun: async (_run, cause, reason) => {
        this.paused = cause;
        this.pausedFor = reason;
      },
      holdRun: async (_run, until) => {
        this.held = until;
      },
      clock: () => this.time,
      sleep: async (milliseconds) => {
        // Whatever else can go on goes on meanwhile.
        if (!this.scheduler) await setImmediate();
        await this.call(invocation, () => {
          this.time += milliseconds;
        });
      },
      newAttempt: () => `${invocation.id}-${(attempts += 1)}`,
      reservePercent: 50,
      destinationsPerCall: this.perCall,
    };
  }

  private ledgerPort(invocation: Invocation): WorkerPorts['ledger'] {
    return {
      claim: async (group, closed) =>
        this.call(invocation, () => this.claim(group, closed), [group, ...closed].flatMap(membersOf)),
      close: async (closed) => this.call(invocation, () => this.close(closed), closed.flatMap(membersOf)),
      ofChunk: async () => this.call(invocation, () => this.groups()),
      putTally: async (_run, tally) => this.call(invocation, () => this.keepTally(tally)),
      tallies: async () => [],
    };
  }

  /** Seconds fill up, so that a worker that is late for its slot comes to the next one. */
  private take(second: number, tokens: number, perSecond: number): { before: number } | { room: number } {
    const before = this.taken.get(second) ?? 0;
    if (before + tokens > perSecond) return { room: perSecond - before };
    this.taken.set(second, before + tokens);
    return { before };
  }

  private claim(group: Group, closed: readonly Group[]): boolean {
    const held = this.ledger.get(key(group));
    if (held) return held.attempt === group.attempt;
    this.ledger.set(key(group), group);
    this.close(closed);
    this.takenAlong += closed.length;
    return true;
  }

  private close(closed: readonly Group[]): void {
    for (const group of closed) {
      const held = this.ledger.get(key(group));
      if (held?.attempt !== group.attempt) throw new Error('closed by an attempt that did not claim it');
      this.ledger.set(key(group), group);
    }
  }

  private keepTally(tally: ChunkTally): void {
    if (!this.tally || this.tally.closed <= tally.closed) this.tally = tally;
  }

  /** As the adapter says it: no definite answer is an outcome, not an error. */
  private async send(invocation: Invocation, mail: GroupMail): Promise<GroupOutcome> {
    const numbers = mail.entries.map(({ number }) => number);
    // Who opted out is not in the call, but shares the fate of the group.
    const group = this.groups().findLast(({ from, to }) => numbers.every((number) => number >= from && number <= to));
    try {
      return await this.call(invocation, () => this.answer(numbers), group ? membersOf(group) : []);
    } catch {
      return { kind: 'unknown' };
    }
  }

  private answer(numbers: readonly number[]): GroupOutcome {
    const isWhole = numbers.some((number) => this.words[number]?.[0] === 'culprit');
    if (isWhole) return this.refuseWhole(numbers);
    const interruptions: Interruption[] = [];
    const entries = numbers.map((number): EntryOutcome => {
      const word = this.words[number]?.shift() ?? 'ok';
      if (word === 'refused') return { number, kind: 'refused', reason: 'MESSAGE_REJECTED' };
      if (word === 'ok' || word === 'culprit') {
        this.sink.push(number);
        return { number, kind: 'handedOver', sesMessageId: `m${number}` };
      }
      if (word === 'failed') {
        interruptions.push({ kind: 'transient' });
        return { number, kind: 'released', reason: 'FAILED: Try again in a while.' };
      }
      interruptions.push(word === 'account' ? { kind: word, cause: 'accountSendingPaused' } : { kind: word });
      return { number, kind: 'released' };
    });
    const [interruption] = interruptions;
    return { kind: 'answered', entries, ...(interruption && { interruption }) };
  }

  private refuseWhole(numbers: readonly number[]): GroupOutcome {
    const [only] = numbers;
    const interruption = { kind: 'split' as const };
    if (numbers.length === 1 && only !== undefined)
      return {
        kind: 'answered',
        entries: [{ number: only, kind: 'refused', reason: 'BadRequestException' }],
        interruption,
      };
    return { kind: 'answered', entries: numbers.map((number) => ({ number, kind: 'released' })), interruption };
  }
}
