/** What SES enforces for an account: a token bucket of one second's messages, and a rolling day. */
export class Limits {
  perSecond: number;
  per24Hours: number;
  private tokens: number;
  private filledAt: number;
  private sent: { at: number; count: number }[] = [];
  private readonly now: () => number;

  constructor(perSecond: number, per24Hours: number, now: () => number) {
    this.perSecond = perSecond;
    this.per24Hours = per24Hours;
    this.now = now;
    this.tokens = perSecond;
    this.filledAt = now();
  }

  /** Takes one message's place, or says which limit it met. */
  take(): 'ok' | 'throttled' | 'quota' {
    this.refill();
    if (this.sentLast24Hours() >= this.per24Hours) return 'quota';
    if (this.tokens < 1) return 'throttled';
    this.tokens -= 1;
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

  private refill(): void {
    const now = this.now();
    this.tokens = Math.min(this.perSecond, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
  }
}
