import { addCounters, zeroCounters, type Counters } from '../../../domain/model/figures.ts';
import type { AddressOptOuts } from '../../../domain/model/address-opt-outs.ts';
import type { MessageItem } from '../../../domain/model/message.ts';
import type { FactsCommit } from '../../../domain/ports/messages.ts';
import type { Unreached } from '../../../domain/track/unreached.ts';
import type { UnmatchedEvent } from '../../../domain/track/ports/unmatched-events.ts';
import type { AddressStatus } from '../../../domain/model/profile.ts';
import { consumeEvents, type ConsumePorts } from '../../../lambdas/track/consume-events.ts';

/** `die…`: the process ends at a call, before or after it took effect; `lose…`: only its answer is lost. */
export const faults = ['dieBefore', 'dieAfter', 'loseBefore', 'loseAfter'] as const;
export type Fault = (typeof faults)[number];

export type Body = { id: string; body: string };

/** A consumer that may fail at one of its calls. */
export type Plan = { call: number; fault: Fault } | undefined;

/** Waits for its turn before each call of a port. */
export type Turn = () => Promise<void>;

const never = new Promise<never>(() => {});

/** The stores behind the events consumer with DynamoDB's conditions, a queue, and consumers that die. */
export class EventWorld {
  readonly items = new Map<number, MessageItem>();
  readonly statuses = new Map<string, AddressStatus>();
  readonly unreached = new Map<string, Unreached>();
  readonly unmatched = new Map<string, UnmatchedEvent>();
  readonly dead: { body: string; cause: string }[] = [];
  readonly unknown = new Map<string, number>();
  /** Keys of addresses, and numbers of items, that are stored in a shape that nobody knows. */
  readonly unreadable = new Set<string | number>();
  /** Until when the rows of the run are kept. */
  rowsUntil: string | undefined;
  readonly optedOut = new Set<string>();
  readonly optOuts = new Map<string, AddressOptOuts>();
  counters: Counters = zeroCounters();
  /** What the hourly rule published last, and the mark that tells it to come again. */
  published: Counters = zeroCounters();
  mark = 0;
  private marks = 0;
  calls = 0;

  /** @returns which bodies come again */
  async consume(batch: readonly Body[], turn: Turn, plan?: Plan): Promise<readonly string[]> {
    let isDead = false;
    let died: () => void = () => {};
    const end = new Promise<void>((resolve) => {
      died = resolve;
    });
    let own = 0;
    const call = async <T>(effect: () => T): Promise<T> => {
      await turn();
      if (isDead) return never;
      this.calls += 1;
      const fault = own === plan?.call ? plan.fault : undefined;
      own += 1;
      if (fault === 'loseBefore') throw new Error('lost');
      if (fault !== 'dieBefore') {
        const result = effect();
        if (fault === undefined) return result;
        if (fault === 'loseAfter') throw new Error('lost');
      }
      isDead = true;
      died();
      return never;
    };
    const all = batch.map(({ id }) => id);
    const work = consumeEvents(this.ports(call))(batch);
    return Promise.race([work.then(({ failed }) => failed), end.then(() => all)]);
  }

  /** The hourly rule: what changed is published, and the mark goes unless it was set again meanwhile. */
  async publish(turn: Turn): Promise<void> {
    await turn();
    const { mark } = this;
    if (mark === 0) return;
    await turn();
    this.published = this.counters;
    await turn();
    if (this.mark === mark) this.mark = 0;
  }

  private read<T>(keys: readonly (string | number)[], found: () => T): T {
    if (keys.some((key) => this.unreadable.has(key))) throw new SyntaxError('odd shape');
    return found();
  }

  private ports(call: <T>(effect: () => T) => Promise<T>): ConsumePorts {
    return {
      messages: {
        items: async (runId, wanted) =>
          call(() =>
            this.read(wanted, () =>
              wanted.map((index) => this.items.get(index) ?? { runId, index, version: 0, rows: [] }),
            ),
          ),
        commit: async (facts) => call(() => this.commit(facts)),
        rowsOfChunk: async () => [],
      },
      kpis: {
        markChanged: async () =>
          call(() => {
            this.marks += 1;
            this.mark = this.marks;
          }),
      } as never,
      profiles: {
        addressStatuses: async (keys: string[]) => call(() => keys.flatMap((key) => this.statuses.get(key) ?? [])),
        addressStatus: async (key: string) => call(() => this.read([key], () => this.statuses.get(key))),
        replaceAddressStatus: async (status: AddressStatus) => call(() => this.replace(status)),
        optOut: async (id: string) => call(() => this.optedOut.add(id)),
        get: async () => call(() => undefined),
        mergedInto: async () => undefined,
        isOnSuppressionList: async () => false,
        addressOptOuts: async (key: string) => call(() => this.optOuts.get(key)),
        replaceAddressOptOuts: async (optOuts: AddressOptOuts) => call(() => this.replaceOptOuts(optOuts)),
      } as never,
      clock: () => Date.UTC(2026, 10, 24),
      unreached: {
        keep: async (runId, one) =>
          call(() => {
            this.unreached.set(`${runId}#${one.mail}#${one.sub ?? one.domain}`, one);
          }),
      },
      unmatched: {
        keep: async (events) =>
          call(() => {
            for (const event of events)
              this.unmatched.set(`${event.at}#${event.sesMessageId}#${event.eventType}`, event);
          }),
        list: async () => ({ items: [], unreadable: [], cursor: null }),
        count: async () => ({ causes: new Map(), more: false }),
      },
      unknownParts: {
        count: async ({ place }, seen) =>
          call(() => void this.unknown.set(place, (this.unknown.get(place) ?? 0) + seen)),
        list: async () => ({ items: [], unreadable: [] }),
      },
      deadLetters: { put: async (body, cause) => call(() => void this.dead.push({ body, cause })) },
      sizeOf: async (runId) => (runId === 'r' ? { size: 1000, rowsUntil: this.rowsUntil } : undefined),
      report: () => {},
    };
  }

  private commit({ items, delta }: FactsCommit): boolean {
    if (items.some(({ index, version }) => (this.items.get(index)?.version ?? 0) !== version)) return false;
    for (const item of items) this.items.set(item.index, { ...item, version: item.version + 1 });
    this.counters = addCounters(this.counters, delta);
    return true;
  }

  private replaceOptOuts(optOuts: AddressOptOuts): boolean {
    if (this.optOuts.get(optOuts.addressKey)?.version !== optOuts.version) return false;
    this.optOuts.set(optOuts.addressKey, { ...optOuts, version: (optOuts.version ?? 0) + 1 });
    return true;
  }

  private replace(status: AddressStatus): boolean {
    if (this.statuses.get(status.addressKey)?.version !== status.version) return false;
    this.statuses.set(status.addressKey, { ...status, version: (status.version ?? 0) + 1 });
    return true;
  }
}

/** The turns of some actors in a given order: at each step the schedule says which of those that wait comes next. */
export class Schedule {
  /** How many could have come at each step, and which did. */
  readonly steps: { of: number; taken: number }[] = [];
  private waiting: (() => void)[] = [];
  private readonly prefix: readonly number[];

  constructor(prefix: readonly number[]) {
    this.prefix = prefix;
  }

  readonly turn: Turn = async () =>
    new Promise((resolve) => {
      this.waiting.push(resolve);
    });

  async drive(actors: readonly Promise<unknown>[]): Promise<void> {
    const left = new Set(actors);
    for (const actor of actors) void actor.finally(() => left.delete(actor));
    while (left.size > 0) {
      // Everybody who can go on without a turn does so first.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.waiting.length === 0) continue;
      const taken = Math.min(this.prefix[this.steps.length] ?? 0, this.waiting.length - 1);
      this.steps.push({ of: this.waiting.length, taken });
      for (const go of this.waiting.splice(taken, 1)) go();
    }
    await Promise.all(actors);
  }

  /** The next schedule that was not tried, in depth-first order; undefined after the last. */
  next(): number[] | undefined {
    const last = this.steps.findLastIndex(({ of, taken }) => taken + 1 < of);
    if (last === -1) return undefined;
    return [...this.steps.slice(0, last).map(({ taken }) => taken), (this.steps[last]?.taken ?? 0) + 1];
  }
}
