import type { BackOff } from '../domain/send/back-off.ts';
import type { BulkCallLimit } from '../domain/send/bulk-calls.ts';
import type { RateLeases } from '../domain/send/ports/rate-leases.ts';
import { isExact, isSettled, narrowed, offsetOf, unbounded, type ClockBounds } from '../domain/send/clock-bounds.ts';
import { CHUNK_SIZE } from '../domain/model/manifest.ts';
import { groupSizeFor, MAX_DESTINATIONS } from '../domain/send/group-size.ts';
import { IN_FLIGHT } from '../domain/send/workers.ts';
import { BulkCalls, type BulkCallPorts } from '../lambdas/send/bulk-calls.ts';
import { KnownLimits } from '../lambdas/send/known-limits.ts';
import { RateShare, type RateSharePorts } from '../lambdas/send/rate-share.ts';
import { Limits } from '../local/ses/limits.ts';
import { diceOf, VirtualTime } from './virtual-time.ts';

/** Workers of one or two runs, each with how far its clock is off, in milliseconds. */
export type Scenario = {
  perSecond: number;
  seconds: number;
  workers: { run: number; skew: number }[];
  seed: number;
  /** SendBulkEmail calls a second that SES takes; as many as wanted unless said. */
  bulkCalls?: number;
};

export type Simulated = {
  /** Share of what was granted that was sent, from the third second on. */
  used: number;
  /** Most messages that arrived in one second, from the third on: by then a clock that is a little off is found out. */
  most: number;
  throttled: number;
  /** Bulk calls that SES refused as too many. */
  refusedCalls: number;
  /** Share of what was sent that went by bulk calls. */
  byBulk: number;
  /** Share of each run among what was sent. */
  shares: number[];
};

const WARM_UP = 3;
/** A claim and a lease take DynamoDB this long at most, an answer SES; each at random from a third of it. */
const DYNAMODB_MS = 15;
const SES_MS = 120;

/** One account with SES's strict token bucket, DynamoDB with a clock that tells whole seconds, and workers. */
class Simulation {
  private readonly time = new VirtualTime();
  private readonly taken = new Map<number, number>();
  private readonly arrived = new Map<number, number>();
  private readonly byRun: number[] = [0, 0];
  private throttled = 0;
  private refusedCalls = 0;
  private byBulk = 0;
  private backOff: BackOff | undefined;
  private bulkLimit: BulkCallLimit | undefined;
  private nextBulkCall = 0;
  private readonly begin = this.time.now;
  private readonly limits: Limits;
  private readonly dice: () => number;
  private readonly scenario: Scenario;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.dice = diceOf(scenario.seed);
    this.limits = new Limits(scenario.perSecond, Infinity, () => this.time.now);
    this.limits.bulkCallsPerSecond = scenario.bulkCalls ?? Infinity;
  }

  async run(): Promise<Simulated> {
    const { workers, seconds, perSecond } = this.scenario;
    for (const worker of workers) void this.work(worker);
    await this.time.pass((WARM_UP + seconds) * 1000);
    const first = this.begin / 1000 + WARM_UP;
    const counts = Array.from({ length: seconds }, (_, index) => this.arrived.get(first + index) ?? 0);
    const sent = counts.reduce((sum, count) => sum + count, 0);
    const all = this.byRun.reduce((sum, count) => sum + count, 0);
    return {
      used: sent / (perSecond * seconds),
      most: Math.max(...counts),
      throttled: this.throttled,
      refusedCalls: this.refusedCalls,
      byBulk: this.byBulk / all,
      shares: this.byRun.map((count) => count / all),
    };
  }

  private delay = async (most: number): Promise<void> => this.time.sleep(most * (1 + 2 * this.dice()) * (1 / 3));

  /** The send worker without its ledger: the same share of the rate, the same order of waits. */
  private async work({ run, skew }: Scenario['workers'][number]): Promise<void> {
    const clock = (): number => this.time.now + skew;
    const ports = this.portsOf(clock);
    const limits = new KnownLimits(ports);
    const rateShare = new RateShare(ports, limits);
    const bulkCalls = new BulkCalls(ports, limits);
    const flights = new Set<Promise<void>>();
    for (;;) {
      const rate = await rateShare.rate();
      if (flights.size >= IN_FLIGHT) await Promise.race(flights);
      const slot = await rateShare.reserve({ tokens: groupSizeFor(rate, MAX_DESTINATIONS), left: CHUNK_SIZE }, rate);
      await this.time.sleep(slot ? rateShare.until(slot) : 1000);
      if (!slot || rateShare.isExpired(slot)) continue;
      await this.delay(DYNAMODB_MS);
      const flight = this.send(run, slot.tokens, { rateShare, bulkCalls }).finally(() => flights.delete(flight));
      flights.add(flight);
    }
  }

  /** As the worker sends a group: by a bulk call, or by a call for each message. */
  private async send(run: number, tokens: number, by: { rateShare: RateShare; bulkCalls: BulkCalls }): Promise<void> {
    const isBulk = await by.bulkCalls.take(tokens);
    const accepted = isBulk ? await this.sendBulk(tokens) : await this.sendEach(tokens);
    this.byRun[run] = (this.byRun[run] ?? 0) + (accepted ?? 0);
    if (accepted === undefined) await by.bulkCalls.lower();
    else if (accepted < tokens) await by.rateShare.slowDown();
  }

  /** Undefined: SES refused the call, whatever was in it. */
  private async sendBulk(tokens: number): Promise<number | undefined> {
    await this.onTheWay();
    const isTaken = this.limits.takeBulkCall();
    if (!isTaken) this.refusedCalls += 1;
    const accepted = isTaken ? this.arrive(tokens) : undefined;
    this.byBulk += accepted ?? 0;
    await this.delay(SES_MS);
    return accepted;
  }

  private async sendEach(tokens: number): Promise<number> {
    const accepted = await Promise.all(
      Array.from({ length: tokens }, async () => {
        await this.onTheWay();
        const taken = this.arrive(1);
        await this.delay(SES_MS);
        return taken;
      }),
    );
    return accepted.reduce((sum, taken) => sum + taken, 0);
  }

  private onTheWay = async (): Promise<void> => this.time.sleep(5 + 20 * this.dice());

  /** How many of so many recipients SES takes now. */
  private arrive(tokens: number): number {
    const second = Math.floor(this.time.now / 1000);
    const accepted = Array.from({ length: tokens }, () => this.limits.take()).filter((taken) => taken === 'ok').length;
    this.arrived.set(second, (this.arrived.get(second) ?? 0) + accepted);
    this.throttled += tokens - accepted;
    return accepted;
  }

  private portsOf(clock: () => number): RateSharePorts & BulkCallPorts {
    let bounds = unbounded;
    /** A call to DynamoDB, whose answer tells the second. */
    const call = async <T>(effect: () => T): Promise<T> => {
      const sentAt = clock();
      await this.delay(DYNAMODB_MS / 2);
      const result = effect();
      const second = Math.floor(this.time.now / 1000) * 1000;
      await this.delay(DYNAMODB_MS / 2);
      bounds = narrowed(bounds, { second, sentAt, receivedAt: clock() });
      return result;
    };
    const leases = this.leasesBy(call);
    const askUntil = async (isEnough: (known: ClockBounds) => boolean): Promise<void> => {
      while (!isEnough(bounds)) {
        await leases.limits();
        if (!isEnough(bounds)) await this.time.sleep(60);
      }
    };
    let inquiry: Promise<void> | undefined;
    const settle = async (): Promise<void> => {
      await askUntil(isSettled);
      inquiry ??= askUntil(isExact);
    };
    const quota = { perSecond: this.scenario.perSecond, per24Hours: -1, sentLast24Hours: 0 };
    return {
      leases,
      account: { quota: async () => quota },
      time: { now: () => clock() + offsetOf(bounds), settle },
      reservePercent: 0,
    };
  }

  private leasesBy(call: <T>(effect: () => T) => Promise<T>): RateLeases {
    return {
      take: async (second, tokens, perSecond) => call(() => this.take(second, tokens, perSecond)),
      limits: async () => call(() => ({ backOff: this.backOff, bulkCalls: this.bulkLimit })),
      setBackOff: async (next) =>
        call(() => {
          this.backOff = next;
          return true;
        }),
      setBulkCalls: async (next, before) => call(() => this.setBulkCalls(next, before)),
      takeBulkCall: async (now, next) => call(() => this.takeBulkCall(now, next)),
    };
  }

  private setBulkCalls(next: BulkCallLimit, before: BulkCallLimit | undefined): boolean {
    if (this.bulkLimit?.until !== before?.until) return false;
    this.bulkLimit = next;
    return true;
  }

  private takeBulkCall(now: number, next: number): { isTaken: true } | { isTaken: false; nextAt: number } {
    if (now < this.nextBulkCall) return { isTaken: false, nextAt: this.nextBulkCall };
    this.nextBulkCall = next;
    return { isTaken: true };
  }

  private take(second: number, tokens: number, perSecond: number): { before: number } | { room: number } {
    const before = this.taken.get(second) ?? 0;
    if (before + tokens > perSecond) return { room: perSecond - before };
    this.taken.set(second, before + tokens);
    return { before };
  }
}

/** Plays a scenario in virtual time. */
export const simulate = async (scenario: Scenario): Promise<Simulated> => new Simulation(scenario).run();
