import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';

const Arrivals = z.array(z.object({ number: z.int(), at: z.number() }));
/** What `once` of node:events gives: the arguments of the event. */
const Answer = z.tuple([Arrivals], z.unknown());
/** Which recipient got a mail, and when (epoch milliseconds). */
export type Arrival = z.infer<typeof Arrivals>[number];

/** The SMTP sink in its own process, so that its work is nobody's. */
export class SmtpSink {
  private known: Arrival[] = [];
  private delayMs = 0;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  static async start(port: number): Promise<SmtpSink> {
    const file = path.join(import.meta.dirname, 'smtp-sink.ts');
    const child = fork(file, [String(port)], { execArgv: ['--import', 'tsx'] });
    await once(child, 'message');
    return new SmtpSink(child);
  }

  /** Forgets what came; from now on each mail is answered after so long. */
  async reset(delayMs = 0): Promise<void> {
    this.known = [];
    this.delayMs = delayMs;
    await this.ask(true);
  }

  async arrivals(): Promise<readonly Arrival[]> {
    this.known.push(...(await this.ask(false)));
    return this.known;
  }

  /** Waits until so many came, or until nothing came for `quietMs`. */
  async settled(count: number, quietMs = 10_000): Promise<readonly Arrival[]> {
    let seen = -1;
    let since = Date.now();
    for (;;) {
      const { length } = await this.arrivals();
      if (length !== seen) since = Date.now();
      seen = length;
      if (length >= count || Date.now() - since > quietMs) return this.known;
      await wait(20);
    }
  }

  stop(): void {
    this.child.disconnect();
  }

  private async ask(reset: boolean): Promise<Arrival[]> {
    const answer = once(this.child, 'message');
    this.child.send({ reset, delayMs: this.delayMs, from: this.known.length });
    return Answer.parse(await answer)[0];
  }
}
