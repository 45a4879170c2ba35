import { recipientAt, type Chunk } from '../../domain/manifest.ts';
import type { Group } from '../../domain/ledger.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { GroupMailer, GroupOutcome, Halt } from '../../domain/ports/group-mailer.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { RateLeases } from '../../domain/ports/rate-leases.ts';
import type { SesAccount } from '../../domain/ports/ses-account.ts';
import { closeGroup } from '../../domain/send/close-group.ts';
import { groupMail, type Letter } from '../../domain/send/group-mail.ts';
import { grantedRate, groupSizeFor } from '../../domain/send/group-size.ts';
import { leaseNext } from '../../domain/send/lease.ts';
import { nextSpan, spansLeft, type Span } from '../../domain/send/plan.ts';
import { tallyOf } from '../../domain/send/tally.ts';
import type { ChunkSent } from '../../domain/steps.ts';
import type { Watched } from './watch-run.ts';

export type WorkerPorts = {
  ledger: Ledger;
  leases: RateLeases;
  account: SesAccount;
  mailer: GroupMailer;
  /** Holds the run until a person has mended the cause. */
  pauseRun: (runId: string, cause: string) => Promise<void>;
  clock: Clock;
  sleep: (milliseconds: number) => Promise<void>;
  newAttempt: () => string;
  reservePercent: number;
};

export type ChunkWork = {
  chunk: Chunk;
  letter: Letter;
  watch: () => Promise<Watched>;
  /** Milliseconds until the runtime ends this worker. */
  timeLeft: () => number;
};

type Outcome = ChunkSent['outcome'];

/** Below this much time left a worker takes no further group and hands over. */
const LAST_CALL_MS = 20_000;
const FRESH_MS = 1000;
/** From a claim to its close; an answer of SES that takes longer than half of it counts as none. */
const FLIGHT_MS = 60_000;
/** Calls to SES that may be under way at once. Claims are made one after the other, or two workers' groups could overlap. */
const IN_FLIGHT = 8;
/** First wait after SES throttled; doubles up to sixteen times as long. */
const BACK_OFF_MS = 1000;

const iso = (time: number): string => new Date(time).toISOString();

/** Sends what is left of one chunk: plan, lease, claim, send, close, until nothing is left or something says wait. */
export class ChunkWorker {
  private groups: Group[] = [];
  private readonly flights = new Set<Promise<void>>();
  private halt: Halt | undefined;
  private failure: { error: unknown } | undefined;
  private throttled = 0;
  private talliedAt = 0;
  private readonly ports: WorkerPorts;
  private readonly chunk: Chunk;
  private readonly letter: Letter;
  private readonly watch: () => Promise<Watched>;
  private readonly timeLeft: () => number;

  constructor(ports: WorkerPorts, work: ChunkWork) {
    this.ports = ports;
    this.chunk = work.chunk;
    this.letter = work.letter;
    this.watch = work.watch;
    this.timeLeft = work.timeLeft;
  }

  async run(): Promise<Outcome> {
    this.groups = await this.ports.ledger.ofChunk(this.chunk.runId, this.chunk.chunk);
    let outcome: Outcome | undefined;
    try {
      while (outcome === undefined) outcome = await this.step();
    } finally {
      await this.landAll();
    }
    if (this.failure) throw this.failure.error;
    // Another worker may have been at this chunk too: the last word is the ledger's.
    this.groups = await this.ports.ledger.ofChunk(this.chunk.runId, this.chunk.chunk);
    await this.putTally();
    return outcome;
  }

  /** One round; undefined: go on. */
  private async step(): Promise<Outcome | undefined> {
    const stop = await this.reasonToStop();
    if (stop) return stop;
    if (this.flights.size >= IN_FLIGHT) await Promise.race(this.flights);
    const rate = grantedRate((await this.ports.account.quota()).perSecond, this.ports.reservePercent);
    const span = this.planned(groupSizeFor(rate));
    if (!span) return this.finishOrContinue();
    if (!(await this.quotaAllows(span))) return 'hold';
    if (!(await this.waitForPlace(span, rate))) return this.timeLeft() < LAST_CALL_MS * 2 ? 'more' : undefined;
    if (!(await this.watch()).sending) return 'halted';
    await this.claimAndSend(span);
    return undefined;
  }

  private async reasonToStop(): Promise<Outcome | undefined> {
    if (this.failure) return 'more';
    if (!(await this.watch()).sending) return 'halted';
    if (this.timeLeft() < LAST_CALL_MS) return 'more';
    const { halt } = this;
    this.halt = undefined;
    if (halt?.kind === 'quota') return 'hold';
    if (halt?.kind === 'account') {
      await this.ports.pauseRun(this.chunk.runId, halt.reason);
      return 'halted';
    }
    if (halt) await this.ports.sleep(BACK_OFF_MS * 2 ** Math.min(this.throttled, 4));
    return undefined;
  }

  private planned(size: number): Span | undefined {
    return nextSpan(spansLeft(this.chunk.chunk, this.chunk.recipients.length, this.groups), size);
  }

  /** Nothing to claim now; what is still under way may be released and come back. */
  private async finishOrContinue(): Promise<Outcome | undefined> {
    if (this.flights.size === 0) return 'done';
    await this.landAll();
    return undefined;
  }

  private async landAll(): Promise<void> {
    await Promise.all(this.flights);
  }

  private async quotaAllows(span: Span): Promise<boolean> {
    const { per24Hours, sentLast24Hours } = await this.ports.account.quota();
    // SES says −1 for an account without a daily limit.
    return per24Hours < 0 || sentLast24Hours + (span.to - span.from + 1) <= per24Hours;
  }

  /** False: no place within reach, or none before this worker's time is up. */
  private async waitForPlace(span: Span, rate: number): Promise<boolean> {
    const at = await leaseNext(this.ports, span.to - span.from + 1, rate);
    if (at === undefined) {
      await this.ports.sleep(FRESH_MS);
      return false;
    }
    const wait = at - this.ports.clock();
    if (wait > this.timeLeft() - LAST_CALL_MS) return false;
    if (wait > 0) await this.ports.sleep(wait);
    return true;
  }

  private async claimAndSend(span: Span): Promise<void> {
    const now = this.ports.clock();
    const group: Group = {
      runId: this.chunk.runId,
      chunk: this.chunk.chunk,
      ...span,
      attempt: this.ports.newAttempt(),
      claimedAt: iso(now),
      deadline: iso(now + FLIGHT_MS),
    };
    if (!(await this.ports.ledger.claim(group))) {
      this.groups = await this.ports.ledger.ofChunk(this.chunk.runId, this.chunk.chunk);
      return;
    }
    this.groups.push(group);
    const flight = this.fly(group)
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => this.flights.delete(flight));
    this.flights.add(flight);
  }

  private async fly(group: Group): Promise<void> {
    const { optedOut } = await this.watch();
    const numbers = Array.from({ length: group.to - group.from + 1 }, (_, index) => group.from + index);
    const isOut = (number: number): boolean => optedOut.has(recipientAt(this.chunk, number)?.profileId ?? '');
    const mail = groupMail(
      this.letter,
      this.chunk,
      numbers.filter((number) => !isOut(number)),
    );
    const outcome: GroupOutcome =
      mail.entries.length > 0 ? await this.ports.mailer.send(mail) : { kind: 'answered', entries: [] };
    const now = iso(this.ports.clock());
    // Without a definite answer the group stays open: nobody in it is ever sent to again by itself.
    if (outcome.kind === 'unknown') return this.ports.ledger.close({ ...group, deadline: now });
    const closed = closeGroup(group, outcome.entries, numbers.filter(isOut), now);
    await this.ports.ledger.close(closed);
    this.groups = this.groups.map((known) => (known.attempt === group.attempt ? closed : known));
    this.halt = outcome.halt ?? this.halt;
    this.throttled = outcome.halt?.kind === 'throttled' ? this.throttled + 1 : 0;
    if (this.ports.clock() - this.talliedAt >= FRESH_MS) await this.putTally();
  }

  private async putTally(): Promise<void> {
    this.talliedAt = this.ports.clock();
    await this.ports.ledger.putTally(this.chunk.runId, tallyOf(this.chunk.chunk, this.groups));
  }
}
