import { setImmediate } from 'node:timers/promises';
import type fc from 'fast-check';
import type { BackOff } from '../../../domain/send/back-off.ts';
import type { ChunkTally, Group } from '../../../domain/model/ledger.ts';
import type { Chunk, Manifest } from '../../../domain/model/manifest.ts';
import type { BulkCallLimit } from '../../../domain/send/bulk-calls.ts';
import type { GroupMail, GroupMailer, GroupOutcome } from '../../../domain/send/ports/group-mailer.ts';
import type { Run, RunIn } from '../../../domain/model/run.ts';
import { messageMailerWith } from '../../../lambdas/adapters/ses/message-mailer.ts';
import type { Answer, Posted } from '../../../lambdas/adapters/sdk/signed-post.ts';
import { BulkCalls, mailerOf, type BulkCallPorts } from '../../../lambdas/send/bulk-calls.ts';
import { ChunkWorker, type WorkerPorts } from '../../../lambdas/send/chunk-worker.ts';
import { KnownLimits } from '../../../lambdas/send/known-limits.ts';
import { RateShare, type RateSharePorts } from '../../../lambdas/send/rate-share.ts';
import { settleRun } from '../../../lambdas/send/settle-run.ts';
import { awaiting, now, preparation } from '../samples.ts';
import { Invocation, type Fault } from './crash-invocation.ts';
import { CrashLedger, membersOf } from './crash-ledger.ts';
import { CrashSeconds } from './crash-seconds.ts';
import { CrashSes, numberOf, toldBy, toldOf, type Told, type Words } from './crash-ses.ts';

const empty = { skeleton: '', fragments: [] };
const sender = { name: 'Shop', address: 'news@shop.example' };

const never = new Promise<never>(() => {});

const released: RunIn<'Sending'> = {
  ...awaiting,
  state: 'Sending',
  preparation,
  startAt: now,
  sendingStartedAt: now,
};

type Ports = Omit<WorkerPorts, 'mailer'> &
  RateSharePorts &
  BulkCallPorts & { mailers: { bulk: GroupMailer; single: GroupMailer } };

/** One chunk, its ledger with DynamoDB's conditions, SES, and workers that come and go. */
export class CrashWorld {
  readonly ses: CrashSes;
  readonly ledger = new CrashLedger();
  /** Members of groups that were under way when something failed: nobody else may end as unknown. */
  readonly atRisk = new Set<number>();
  /** Profiles by id, and addresses by key. */
  readonly optedOut = { profiles: new Set<string>(), addresses: new Set<string>() };
  /** Addresses by key that refuse tracking while it is sent. */
  readonly refusing = new Set<string>();
  /** What SES was told of each message. */
  readonly told = new Map<number, Told>();
  /** Whose mail cannot be put together. */
  readonly unrenderable = new Set<number>();
  /** Characters of what is filled in for each recipient. */
  valueLength = 0;
  /** Bytes of the largest bulk request. */
  largestRequest = 0;
  /** Calls of ports in all, so that a test can visit each. */
  calls = 0;
  /** Rate of the account; half of it is kept for others. */
  perSecond = 6;
  perCall = 2;
  run: Run;
  backOff: BackOff | undefined;
  bulkLimit: BulkCallLimit | undefined;
  paused: string | undefined;
  /** What SES said when it paused. */
  pausedFor: string | undefined;
  isBrakeReleased = false;
  held: string | undefined;
  /** How each invocation ended; undefined: it failed or was killed. */
  readonly ends: (string | undefined)[] = [];
  private readonly seconds = new CrashSeconds();
  private time = Date.parse(now);
  private invocations = 0;
  private readonly chunk: Chunk;
  private nextBulkCall = 0;
  private readonly scheduler: fc.Scheduler | undefined;

  constructor(recipients: number, words: Words = {}, scheduler?: fc.Scheduler, isUntracked = false) {
    this.ses = new CrashSes(words);
    this.scheduler = scheduler;
    this.chunk = {
      runId: 'r',
      chunk: 0,
      recipients: Array.from({ length: recipients }, (_, number) => ({
        profileId: `p${number}`,
        address: `N${number}@Reader.example`,
        data: { number: String(number) },
      })),
      ...(isUntracked && { isUntracked }),
    };
    const counts = { targeted: recipients, excluded: [], toDeliver: recipients };
    this.run = { ...released, preparation: { ...preparation, counts } };
  }

  /** Whom SES took, in its order. */
  get sink(): readonly number[] {
    return this.ses.sink;
  }

  groups(): Group[] {
    return this.ledger.groups();
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
        tallies: async () => (this.ledger.tally ? [this.ledger.tally] : []),
        putTally: async (_run: string, tally: ChunkTally) => this.ledger.keepTally(tally),
      },
      kpis: { markChanged: nothing } as never,
      audit: { append: nothing } as never,
      clock: () => this.time,
    });
    return (await settle({ runId: 'r' })).outcome;
  }

  tallied(): ChunkTally | undefined {
    return this.ledger.tally;
  }

  private async invoke(plan: ReadonlyMap<number, Fault>): Promise<void> {
    this.invocations += 1;
    const invocation = new Invocation(`i${this.invocations}`, plan);
    const ports = this.ports(invocation);
    const limits = new KnownLimits(ports);
    const bulkCalls = new BulkCalls(ports, limits);
    const mailer = mailerOf(ports.mailers, bulkCalls);
    const worker = new ChunkWorker(
      { ...ports, mailer },
      {
        rateShare: new RateShare(ports, limits),
        bulkCalls,
        chunk: this.chunk,
        template: {
          manifest: {
            chunks: [],
            runId: 'r',
            sender,
            replyTo: null,
          } as Partial<Manifest> as Manifest,
          content: { subject: empty, html: empty, text: empty },
          render: ({ number }) => {
            if (this.unrenderable.has(Number(number))) throw new Error('undefined variable: parts.1');
            return { h0: 'x'.repeat(this.valueLength) };
          },
          unsubscribeUrl: () => 'https://x.example/u',
          viewUrl: () => 'https://x.example/v',
        },
        watch: async () => ({
          sending: this.paused === undefined,
          optedOut: { ...this.optedOut, untracked: this.refusing },
        }),
        timeLeft: () => 900_000,
        isBrakeReleased: this.isBrakeReleased,
      },
    );
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

  private ports(invocation: Invocation): Ports {
    let attempts = 0;
    return {
      ledger: this.ledgerPort(invocation),
      leases: this.leasesPort(invocation),
      time: { now: () => this.time, settle: async () => {} },
      account: {
        quota: async () => ({ perSecond: this.perSecond, per24Hours: -1, sentLast24Hours: 0 }),
      },
      mailers: {
        bulk: { send: async (mail) => this.send(invocation, mail) },
        single: messageMailerWith(async (posted) => this.sendOne(invocation, posted), 'tracked'),
      },
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

  private leasesPort(invocation: Invocation): Ports['leases'] {
    return {
      take: async (second, tokens, perSecond) =>
        this.call(invocation, () => this.seconds.take(second, tokens, perSecond)),
      limits: async () => this.call(invocation, () => ({ backOff: this.backOff, bulkCalls: this.bulkLimit })),
      setBackOff: async (next) =>
        this.call(invocation, () => {
          this.backOff = next;
          return true;
        }),
      setBulkCalls: async (next, before) =>
        this.call(invocation, () => {
          if (this.bulkLimit?.until !== before?.until) return false;
          this.bulkLimit = next;
          return true;
        }),
      takeBulkCall: async (from, next) =>
        this.call(invocation, () => {
          if (from < this.nextBulkCall) return { isTaken: false, nextAt: this.nextBulkCall };
          this.nextBulkCall = next;
          return { isTaken: true };
        }),
    };
  }

  private ledgerPort(invocation: Invocation): WorkerPorts['ledger'] {
    return {
      claim: async (group, closed) =>
        this.call(invocation, () => this.ledger.claim(group, closed), [group, ...closed].flatMap(membersOf)),
      close: async (closed) => this.call(invocation, () => this.ledger.close(closed), closed.flatMap(membersOf)),
      ofChunk: async () => this.call(invocation, () => this.groups()),
      putTally: async (_run, tally) => this.call(invocation, () => this.ledger.keepTally(tally)),
      tallies: async () => [],
    };
  }

  /** As the adapter says it: no definite answer is an outcome, not an error. */
  private async send(invocation: Invocation, mail: GroupMail): Promise<GroupOutcome> {
    const numbers = mail.entries.map(({ number }) => number);
    for (const { number, tags } of mail.entries) this.told.set(number, toldOf(mail, tags));
    this.largestRequest = Math.max(this.largestRequest, this.valueLength > 0 ? JSON.stringify(mail).length : 0);
    // Who opted out is not in the call, but shares the fate of the group.
    const group = this.groups().findLast(({ from, to }) => numbers.every((number) => number >= from && number <= to));
    try {
      return await this.call(invocation, () => this.ses.bulk(numbers, this.time), group ? membersOf(group) : []);
    } catch {
      return { kind: 'unknown' };
    }
  }

  private async sendOne(invocation: Invocation, posted: Posted): Promise<Answer> {
    this.told.set(numberOf(posted), toldBy(posted));
    return this.call(invocation, () => this.ses.single(posted), [numberOf(posted)]);
  }
}
