import type { Clock } from '../../domain/ports/clock.ts';
import type { GroupOutcome, Interruption } from '../../domain/send/ports/group-mailer.ts';
import type { PauseCause } from '../../domain/model/run.ts';
import type { Refused } from '../../domain/send/refused.ts';
import type { ChunkSent } from '../../domain/model/steps.ts';

export type InterruptionPorts = {
  /** Holds the run until a person has mended the cause; `reason` is what SES said of it. */
  pauseRun: (runId: string, cause: PauseCause, reason?: string) => Promise<void>;
  /** Says that the run waits for the day's quota, and until when it will not ask again. */
  holdRun: (runId: string, until: string) => Promise<void>;
  clock: Clock;
  sleep: (milliseconds: number) => Promise<void>;
};

/** What a worker does to the limits of the account, for all workers. */
export type LimitChanges = {
  /** SES throttles the rate of recipients. `isAgain`: although all have slowed down for it before. */
  slowDown: () => Promise<{ isAgain: boolean }>;
  /** SES throttles bulk calls, whatever is in them. */
  fewerBulkCalls: () => Promise<void>;
  /** Whether that was so before. */
  areBulkCallsLimited: () => Promise<boolean>;
};

/** How one invocation of a worker ends. */
export type End = Pick<ChunkSent, 'outcome' | 'until'>;

/** First wait after a refusal that passes by itself; doubles up to sixteen times as long. */
const BACK_OFF_MS = 1000;
/** So many such refusals in a row are left to another worker, which the machine starts half a minute later. */
const MAX_WAITS = 6;
/** The daily quota is a rolling window of 24 hours; SES is asked again after so long. */
const QUOTA_WAIT_MS = 15 * 60_000;

/** Why SES interrupted sending, and what a worker does about it before its next group: wait, hold or pause the run. */
export class Interruptions {
  private interruption: Interruption | undefined;
  /** Calls in a row that were refused for something that passes by itself. */
  private waits = 0;
  private refused: Refused | undefined;
  private readonly ports: InterruptionPorts;
  private readonly runId: string;
  private readonly limits: LimitChanges;

  constructor(ports: InterruptionPorts, runId: string, limits: LimitChanges) {
    this.ports = ports;
    this.runId = runId;
    this.limits = limits;
  }

  /** @param refused what all that SES refused so far asks for, if this answer added to it */
  note({ entries, interruption }: Extract<GroupOutcome, { kind: 'answered' }>, refused: Refused | undefined): void {
    this.interruption = interruption ?? this.interruption;
    if (interruption?.kind !== 'transient' || entries.some(({ kind }) => kind === 'handedOver')) this.waits = 0;
    this.refused = refused ?? this.refused;
  }

  /**
   * Undefined: the next group may go.
   * @throws Error when SES took no call for too long
   */
  async handle(): Promise<End | undefined> {
    const { interruption } = this;
    this.interruption = undefined;
    if (this.refused) return this.pause(this.refused.cause, this.refused.reason);
    switch (interruption?.kind) {
      case 'account':
        return this.pause(interruption.cause);
      case 'quota':
        return this.hold();
      case 'throttled':
        await this.slowDown(interruption.wholeCall ?? false);
        return undefined;
      case 'callsThrottled':
        // The rate is not used up: what comes next goes by calls of its own, at once.
        await this.limits.fewerBulkCalls();
        return undefined;
      case 'transient':
        await this.waitForSes();
        return undefined;
      case 'split':
      case undefined:
        return undefined;
    }
  }

  async hold(): Promise<End> {
    const until = new Date(this.ports.clock() + QUOTA_WAIT_MS).toISOString();
    await this.ports.holdRun(this.runId, until);
    return { outcome: 'hold', until };
  }

  private async pause(cause: PauseCause, reason?: string): Promise<End> {
    await this.ports.pauseRun(this.runId, cause, reason);
    return { outcome: 'halted' };
  }

  /**
   * SES has told by the words of the rate that it takes no part of a bulk call. If it does so when less is sent already,
   * or when it is known to limit those calls, the words may be about calls all the same; with fewer of those the rate
   * shows whether it is the cause.
   */
  private async slowDown(isWholeCall: boolean): Promise<void> {
    if (isWholeCall && (await this.limits.areBulkCallsLimited())) return this.limits.fewerBulkCalls();
    const { isAgain } = await this.limits.slowDown();
    if (isAgain && isWholeCall) await this.limits.fewerBulkCalls();
    await this.ports.sleep(BACK_OFF_MS);
  }

  private async waitForSes(): Promise<void> {
    this.waits += 1;
    if (this.waits >= MAX_WAITS) throw new Error('SES does not take calls now');
    await this.ports.sleep(BACK_OFF_MS * 2 ** Math.min(this.waits - 1, 4));
  }
}
