/** A token bucket that holds what one second grants, and at least one. */
class Bucket {
  private tokens: number;
  private filledAt: number;
  private readonly now: () => number;
  private readonly least: number;

  /** @param least what has to be left for one more to be let through: all of it, or any part, which is paid back later */
  constructor(perSecond: number, now: () => number, least = 1) {
    this.now = now;
    this.least = least;
    this.tokens = Math.max(1, perSecond);
    this.filledAt = now();
  }

  take(perSecond: number): boolean {
    const now = this.now();
    const filled = this.tokens + ((now - this.filledAt) / 1000) * perSecond;
    this.tokens = Math.min(Math.max(1, perSecond), filled);
    this.filledAt = now;
    if (this.tokens < this.least) return false;
    this.tokens -= 1;
    return true;
  }
}

/**
 * "If, at the rate you are sending, you have any emails left in your send rate quota", the call goes through and the
 * next ones wait for it (AWS, "What happens when you reach your sending limits?",
 * https://aws.amazon.com/blogs/messaging-and-targeting/what-happens-when-you-reach-your-sending-limits/).
 */
const ANY_LEFT = 1e-9;

/**
 * What SES enforces for an account: a rate of recipients and a rolling day
 * (https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html), and how often each action may be called.
 */
export class Limits {
  perSecond: number;
  per24Hours: number;
  /** SendBulkEmail calls a second. Whether AWS limits them is not known: its quotas can be read both ways. */
  bulkCallsPerSecond = Infinity;
  /**
   * Calls of each reading action a second: "all actions (except for SendEmail, SendRawEmail, and SendTemplatedEmail)
   * are throttled at one request per second" (https://docs.aws.amazon.com/ses/latest/dg/quotas.html).
   */
  readsPerSecond = 1;
  private readonly recipients: Bucket;
  private readonly actions = new Map<string, Bucket>();
  private sent: { at: number; count: number }[] = [];
  private readonly now: () => number;

  constructor(perSecond: number, per24Hours: number, now: () => number) {
    this.perSecond = perSecond;
    this.per24Hours = per24Hours;
    this.now = now;
    this.recipients = new Bucket(perSecond, now, ANY_LEFT);
  }

  /** Whether an action may be called now that is allowed so often in a second. */
  private takeCall(action: string, perSecond: number): boolean {
    if (perSecond === Infinity) return true;
    const bucket = this.actions.get(action) ?? new Bucket(perSecond, this.now);
    this.actions.set(action, bucket);
    return perSecond > 0 && bucket.take(perSecond);
  }

  takeRead(action: string): boolean {
    return this.takeCall(action, this.readsPerSecond);
  }

  takeBulkCall(): boolean {
    return this.takeCall('SendBulkEmail', this.bulkCallsPerSecond);
  }

  /**
   * Takes one message's place, or says which limit it met. Mails to the simulator "are limited by your maximum sending
   * rate", and "don't affect your daily sending quota" (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html).
   */
  take(isSimulated = false): 'ok' | 'throttled' | 'quota' {
    if (!isSimulated && this.sentLast24Hours() >= this.per24Hours) return 'quota';
    if (!this.recipients.take(this.perSecond)) return 'throttled';
    if (isSimulated) return 'ok';
    const last = this.sent.at(-1);
    const second = Math.floor(this.now() / 1000);
    if (last?.at === second) last.count += 1;
    else this.sent.push({ at: second, count: 1 });
    return 'ok';
  }

  sentLast24Hours(): number {
    const since = Math.floor(this.now() / 1000) - 24 * 3600;
    while ((this.sent[0]?.at ?? Infinity) < since) this.sent.shift();
    return this.sent.reduce((sum, { count }) => sum + count, 0);
  }
}
