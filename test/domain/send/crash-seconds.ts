/** Tokens of the seconds of an account: seconds fill up, so that a worker that is late for its slot comes to the next one. */
export class CrashSeconds {
  private readonly taken = new Map<number, number>();

  take(second: number, tokens: number, perSecond: number): { before: number } | { room: number } {
    const before = this.taken.get(second) ?? 0;
    if (before + tokens > perSecond) return { room: perSecond - before };
    this.taken.set(second, before + tokens);
    return { before };
  }
}
