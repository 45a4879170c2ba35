import { addressKey } from '../../domain/model/address.ts';
import { recipientAt, type Chunk } from '../../domain/model/manifest.ts';
import type { Group } from '../../domain/model/ledger.ts';
import type { LateOptOuts } from '../../domain/model/address-opt-outs.ts';
import type { GroupMailer, GroupOutcome } from '../../domain/send/ports/group-mailer.ts';
import type { GroupClaims, Ledger } from '../../domain/ports/ledger.ts';
import type { SesAccount } from '../../domain/ports/ses-account.ts';
import { closeGroup } from '../../domain/send/close-group.ts';
import {
  asAllowed,
  fittingGroup,
  nextFitting,
  type MailTemplate,
  type WrittenGroup,
} from '../../domain/send/group-mail.ts';
import { groupSizeFor } from '../../domain/send/group-size.ts';
import { membersOf, nextSpan, sizeOf, sizeOfAll, type Span } from '../../domain/send/plan.ts';
import { judgeEntries, tooManyRefused, type Refused } from '../../domain/send/refused.ts';
import { tallyOf } from '../../domain/send/tally.ts';
import { boundsFor, type SendBounds } from '../../domain/send/workers.ts';
import type { BulkCalls } from './bulk-calls.ts';
import { ChunkGroups } from './chunk-groups.ts';
import { GroupEndWriter } from './group-end-writer.ts';
import { Interruptions, type End, type InterruptionPorts } from './interruptions.ts';
import type { RateShare } from './rate-share.ts';
import type { Watched } from './watch-run.ts';

export type WorkerPorts = InterruptionPorts & {
  account: Pick<SesAccount, 'quota'>;
  ledger: Ledger & GroupClaims;
  mailer: GroupMailer;
  newAttempt: () => string;
  /** Recipients in one call to SES, at most; what a crash may leave unknown is so many for each call under way. */
  destinationsPerCall: number;
};

export type ChunkWork = {
  chunk: Chunk;
  template: MailTemplate;
  /** Kept from chunk to chunk. */
  rateShare: RateShare;
  bulkCalls: Pick<BulkCalls, 'lower' | 'areLimited'>;
  watch: () => Promise<Watched>;
  /** Milliseconds until the runtime ends this worker. */
  timeLeft: () => number;
  /** Somebody resumed the run after a share of refusals. */
  isBrakeReleased?: boolean;
  /** Until when the run keeps its message rows. Undefined: without an end. */
  rowsUntil?: string | undefined;
};

/** Below this much time left a worker takes no further group and hands over. */
const LAST_CALL_MS = 20_000;
const FRESH_MS = 1000;
/** From a claim to its close; an answer of SES that takes longer than half of it counts as none. */
const FLIGHT_MS = 60_000;

const iso = (time: number): string => new Date(time).toISOString();

/** Sends what is left of one chunk: plan, lease, claim, send, close, until nothing is left or something says wait. */
export class ChunkWorker {
  private readonly groups: ChunkGroups;
  private readonly calls = new Set<Promise<void>>();
  private readonly groupEnds: GroupEndWriter;
  private failure: { error: unknown } | undefined;
  /** Members that a group may have so that its request fits. */
  private fitting = Infinity;
  private readonly bounds: SendBounds;
  private talliedAt = 0;
  private readonly ports: WorkerPorts;
  private readonly chunk: Chunk;
  private readonly template: MailTemplate;
  private readonly watch: () => Promise<Watched>;
  private readonly timeLeft: () => number;
  private readonly rateShare: RateShare;
  private readonly interruptions: Interruptions;
  private readonly isBrakeReleased: boolean;
  private readonly rowsUntil: string | undefined;

  constructor(ports: WorkerPorts, work: ChunkWork) {
    this.ports = ports;
    this.chunk = work.chunk;
    this.groups = new ChunkGroups(ports.ledger, work.chunk);
    this.template = work.template;
    this.bounds = boundsFor(work.template.attachments, ports.destinationsPerCall);
    this.watch = work.watch;
    this.timeLeft = work.timeLeft;
    this.rateShare = work.rateShare;
    this.isBrakeReleased = work.isBrakeReleased ?? false;
    this.rowsUntil = work.rowsUntil;
    this.interruptions = new Interruptions(ports, work.chunk.runId, {
      slowDown: async () => work.rateShare.slowDown(),
      fewerBulkCalls: async () => work.bulkCalls.lower(),
      areBulkCallsLimited: async () => work.bulkCalls.areLimited(),
    });
    this.groupEnds = new GroupEndWriter(ports, {
      written: async (groups) => this.noteClosed(groups),
      failed: (error) => {
        this.failure ??= { error };
      },
    });
  }

  async run(): Promise<End> {
    await this.groups.read();
    let end: End | undefined;
    try {
      while (end === undefined) end = await this.step();
    } finally {
      await this.finishCalls();
    }
    if (this.failure) throw this.failure.error;
    // Of a chunk with several workers each knows a part: the last word is the ledger's.
    if (this.groups.isShared) await this.groups.read();
    await this.putTally();
    return end;
  }

  /** One round; undefined: go on. */
  private async step(): Promise<End | undefined> {
    const stop = await this.reasonToStop();
    if (stop) return stop;
    if (this.calls.size >= this.bounds.calls) await Promise.race(this.calls);
    const rate = await this.rateShare.rate();
    const spans = this.groups.spans();
    const span = nextSpan(spans, Math.min(this.fitting, groupSizeFor(rate, this.bounds.members)));
    if (!span) return this.finishOrContinue();
    if (!(await this.quotaAllows(span))) return this.interruptions.hold();
    const slot = await this.rateShare.reserve({ tokens: sizeOf(span), left: sizeOfAll(spans) }, rate);
    const wait = slot ? this.rateShare.until(slot) : FRESH_MS;
    if (wait > this.timeLeft() - LAST_CALL_MS) return { outcome: 'more' };
    if (wait > 0) await this.ports.sleep(wait);
    if (!slot || this.rateShare.isExpired(slot)) return undefined;
    if (!(await this.watch()).sending) return { outcome: 'halted' };
    await this.claimAndSend({ ...span, to: span.from + slot.tokens - 1 });
    return undefined;
  }

  private async reasonToStop(): Promise<End | undefined> {
    if (this.failure) return { outcome: 'more' };
    if (!(await this.watch()).sending) return { outcome: 'halted' };
    if (this.timeLeft() < LAST_CALL_MS) return { outcome: 'more' };
    return this.interruptions.handle();
  }

  /** Nothing to claim now; what is still under way may be released and come back. */
  private async finishOrContinue(): Promise<End | undefined> {
    if (this.calls.size === 0 && this.groupEnds.isIdle) return { outcome: 'done' };
    await this.finishCalls();
    return undefined;
  }

  private async finishCalls(): Promise<void> {
    await Promise.all(this.calls);
    await this.groupEnds.settle();
  }

  private async quotaAllows(span: Span): Promise<boolean> {
    const { per24Hours, sentLast24Hours } = await this.ports.account.quota();
    // SES says −1 for an account without a daily limit.
    return per24Hours < 0 || sentLast24Hours + sizeOf(span) <= per24Hours;
  }

  /** The mails are put together first: what fails then has claimed nobody. */
  private async claimAndSend(leased: Span): Promise<void> {
    const { span, ...written } = fittingGroup(this.template, this.chunk, leased);
    this.fitting = nextFitting(this.fitting, sizeOf(leased), sizeOf(span));
    const now = this.ports.clock();
    const group: Group = {
      runId: this.chunk.runId,
      chunk: this.chunk.chunk,
      ...span,
      attempt: this.ports.newAttempt(),
      claimedAt: iso(now),
      deadline: iso(now + FLIGHT_MS),
      ...(this.rowsUntil !== undefined && { rowsUntil: this.rowsUntil }),
    };
    if (!(await this.groupEnds.with(async (closed) => this.ports.ledger.claim(group, closed))))
      return this.groups.read();
    this.groups.claimed(group);
    const call = this.send(group, written)
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => this.calls.delete(call));
    this.calls.add(call);
  }

  private async send(group: Group, { mail, failed }: WrittenGroup): Promise<void> {
    const { optedOut } = await this.watch();
    const left = new Set(membersOf(group).filter((number) => this.isOut(number, optedOut)));
    const isIn = ({ number }: { number: number }): boolean => !left.has(number);
    const written = mail.entries.filter(isIn);
    const outcome: GroupOutcome =
      written.length > 0
        ? await this.ports.mailer.send(asAllowed({ ...mail, entries: written }, optedOut.untracked))
        : { kind: 'answered', entries: [] };
    const now = iso(this.ports.clock());
    // Without a definite answer the group stays open: nobody in it is ever sent to again by itself.
    if (outcome.kind === 'unknown') return this.groupEnds.add({ ...group, deadline: now });
    const entries = [...judgeEntries(outcome.entries, this.groups.all), ...failed.filter(isIn)];
    const closed = closeGroup(group, entries, [...left], now);
    this.groupEnds.add(closed);
    // What comes next depends on whom SES refused.
    if (outcome.interruption || entries.some(({ kind }) => kind === 'released')) await this.groupEnds.settle();
    this.interruptions.note({ ...outcome, entries }, this.refusedNow(closed));
  }

  /** What SES refused of this chunk so far, as far as this worker knows, when one more group had refusals. */
  private refusedNow(closed: Group): Refused | undefined {
    if (closed.outcome?.refused.length === 0) return undefined;
    return tooManyRefused([...this.groups.except(closed.attempt), closed], this.isBrakeReleased);
  }

  private isOut(number: number, { profiles, addresses }: LateOptOuts): boolean {
    const { profileId, address } = recipientAt(this.chunk, number) ?? { profileId: '', address: '' };
    // The key of an address is asked for by its digest, which costs something; mostly nobody opted out.
    return profiles.has(profileId) || (addresses.size > 0 && addresses.has(addressKey(address)));
  }

  private async noteClosed(closed: readonly Group[]): Promise<void> {
    this.groups.closed(closed);
    if (this.ports.clock() - this.talliedAt >= FRESH_MS) await this.putTally();
  }

  private async putTally(): Promise<void> {
    this.talliedAt = this.ports.clock();
    const { runId, chunk } = this.chunk;
    await this.ports.ledger.putTally(runId, tallyOf(chunk, this.groups.all, this.template.manifest.chunks[chunk]));
  }
}
