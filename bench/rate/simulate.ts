import type { BackOff } from '../../domain/send/back-off.ts';
import type { RateLeases } from '../../domain/send/ports/rate-leases.ts';
import { isExact, isSettled, narrowed, offsetOf, unbounded, type ClockBounds } from '../../domain/send/clock-bounds.ts';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';
import { groupSizeFor, MAX_DESTINATIONS } from '../../domain/send/group-size.ts';
import { IN_FLIGHT } from '../../domain/send/workers.ts';
import { RateShare } from '../../lambdas/send/rate-share.ts';
import { Limits } from '../../local/ses/limits.ts';
import { diceOf, VirtualTime } from './virtual-time.ts';

/** Workers of one or two runs, each with how far its clock is off, in milliseconds. */
export type Scenario = { perSecond: number; seconds: number; workers: { run: number; skew: number }[]; seed: number };

export type Simulated = {
  /** Share of what was granted that was sent, from the third second on. */
  used: number;
  /** Most messages that arrived in one second, from the third on: by then a clock that is a little off is found out. */
  most: number;
  throttled: number;
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
  private backOff: BackOff | undefined;
  private readonly begin = this.time.now;
  private readonly limits: Limits;
  private readonly dice: () => number;
  private readonly scenario: Scenario;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.dice = diceOf(scenario.seed);
    this.limits = new Limits(scenario.perSecond, Infinity, () => this.time.now);
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
      shares: this.byRun.map((count) => count / all),
    };
  }

  private delay = async (most: number): Promise<void> => this.time.sleep(most * (1 + 2 * this.dice()) * (1 / 3));

  /** The send worker without its ledger: the same share of the rate, the same order of waits. */
  private async work({ run, skew }: Scenario['workers'][number]): Promise<void> {
    const clock = (): number => this.time.now + skew;
    const rateShare = this.rateShareOf(clock);
    const flights = new Set<Promise<void>>();
    for (;;) {
      const rate = await rateShare.rate();
      if (flights.size >= IN_FLIGHT) await Promise.race(flights);
      const slot = await rateShare.reserve({ tokens: groupSizeFor(rate, MAX_DESTINATIONS), left: CHUNK_SIZE }, rate);
      await this.time.sleep(slot ? rateShare.until(slot) : 1000);
      if (!slot || rateShare.isExpired(slot)) continue;
      await this.delay(DYNAMODB_MS);
      const flight = this.send(run, slot.tokens, rateShare).finally(() => flights.delete(flight));
      flights.add(flight);
    }
  }

  private async send(run: number, tokens: number, rateShare: RateShare): Promise<void> {
    await this.time.sleep(5 + 20 * this.dice());
    const second = Math.floor(this.time.now / 1000);
    const accepted = Array.from({ length: tokens }, () => this.limits.take()).filter((taken) => taken === 'ok').length;
    this.arrived.set(second, (this.arrived.get(second) ?? 0) + accepted);
    this.byRun[run] = (this.byRun[run] ?? 0) + accepted;
    this.throttled += tokens - accepted;
    await this.delay(SES_MS);
    if (accepted < tokens) await rateShare.slowDown();
  }

  private rateShareOf(clock: () => number): RateShare {
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
    const leases: RateLeases = {
      take: async (second, tokens, perSecond) => call(() => this.take(second, tokens, perSecond)),
      backOff: async () => call(() => this.backOff),
      setBackOff: async (next) =>
        call(() => {
          this.backOff = next;
          return true;
        }),
    };
    const askUntil = async (isEnough: (known: ClockBounds) => boolean): Promise<void> => {
      while (!isEnough(bounds)) {
        await leases.backOff();
        if (!isEnough(bounds)) await this.time.sleep(60);
      }
    };
    let inquiry: Promise<void> | undefined;
    const settle = async (): Promise<void> => {
      await askUntil(isSettled);
      inquiry ??= askUntil(isExact);
    };
    const quota = { perSecond: this.scenario.perSecond, per24Hours: -1, sentLast24Hours: 0 };
    return new RateShare({
      leases,
      account: { quota: async () => quota },
      time: { now: () => clock() + offsetOf(bounds), settle },
      reservePercent: 0,
    });
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
