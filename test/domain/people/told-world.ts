import { diceOf } from '../../../simulation/virtual-time.ts';
import type { Run } from '../../../domain/model/run.ts';
import { endTold } from '../../../domain/model/series-life.ts';
import type { EventType } from '../../../domain/model/stage-event.ts';
import { transition } from '../../../domain/model/transition.ts';
import { noticeOf } from '../../../domain/people/run-notice.ts';
import { NoAnswer, type Outgoing } from '../../../domain/people/ports/webhooks.ts';
import type { Telling } from '../../../domain/people/ports/notices.ts';
import type { SingleMail } from '../../../domain/ports/single-mailer.ts';
import { consoleWords } from '../../../lambdas/entry/console-words.ts';
import { deliverEvents } from '../../../lambdas/people/deliver-events.ts';
import { publishEvents } from '../../../lambdas/people/publish-events.ts';
import { tellPeople } from '../../../lambdas/people/tell-people.ts';
import { tellSeriesEnd } from '../../../lambdas/people/tell-series-end.ts';
import { author, now, person } from '../samples.ts';
import { armedLife, campaignWith } from '../schedule/launch-world.ts';
import { MemoryDeliveries, PublishWorld } from './publish-world.ts';
import { Lost, Processes, type Plans } from './told-processes.ts';
import { ToldQueue, type Received } from './told-queue.ts';
import { beginningOf, steps } from './told-story.ts';
import { WebhookWorld } from './webhook-world.ts';

export type Circumstances = {
  seed: number;
  /** Of the calls, in 1: so many take seconds. */
  slow: number;
  runs: number;
  /** Each minute's look, each step and each message of a queue: in 1, so many have a twin beside them. */
  twins: number;
  /** Minutes from the beginning until the webhook "down" takes something. */
  downMinutes: number;
};

/** A post as the receiver saw it. `isHeard`: its answer reached us, or we were not there any more. */
type Arrival = { to: string; id: string; at: number; type: string; status: number; isHeard: boolean };

const MINUTE = 60_000;
/** Longer than anything is tried. */
const LOOKS = 48 * 60;

/** Runs that go their way, the watch of each minute, the bus, its queue, and receivers that note down what comes. */
export class ToldWorld {
  readonly processes: Processes;
  readonly publishing = new PublishWorld();
  readonly hooks = new WebhookWorld();
  readonly queue = new ToldQueue();
  readonly arrivals: Arrival[] = [];
  readonly mails: { of: string; to: string; subject: string }[] = [];
  /** What was written down to have happened: the truth that everything else is held against. */
  readonly history: { of: string; type: EventType }[] = [];
  private readonly untold = new Set<string>();
  /** Who claimed what, by the call. */
  private readonly claims = new Map<string, number>();
  private readonly deliveries = new MemoryDeliveries(
    () => this.at(),
    () => `${this.processes.call}`,
  );
  private readonly dice: () => number;
  private readonly given: Circumstances;
  private working = 0;

  constructor(given: Circumstances, plans: Plans = {}) {
    this.given = given;
    this.dice = diceOf(given.seed);
    this.processes = new Processes(() => this.latency(), plans);
    this.processes.time.now = Date.parse(now);
    this.publishing.lives.set('c', armedLife);
    for (const id of ['up', 'down']) this.hooks.add(id);
    for (let run = 0; run < given.runs; run += 1) this.publishing.runs.set(`r${run}`, beginningOf(`r${run}`));
  }

  private latency(): number {
    return this.dice() < this.given.slow ? this.dice() * 8000 : 2 + this.dice() * 40;
  }

  /** From the beginning until nothing is left to do. */
  async live(): Promise<void> {
    for (const id of this.publishing.runs.keys()) void this.during(this.move(id));
    void this.during(this.endSeries());
    void this.poll();
    for (let minute = 0; minute < LOOKS && !this.isQuiet; minute += 1) {
      if (this.isAnythingUntold) this.twice(async () => this.watch());
      await this.processes.time.pass(MINUTE);
    }
    if (!this.isQuiet) throw new Error('there is always something left to tell');
  }

  private get isAnythingUntold(): boolean {
    return this.untold.size > 0 || this.publishing.lives.get('c')?.unpublished !== undefined;
  }

  private get isQuiet(): boolean {
    return this.working === 0 && !this.isAnythingUntold && this.queue.isEmpty;
  }

  private async during(work: Promise<unknown>): Promise<void> {
    this.working += 1;
    await work;
    this.working -= 1;
  }

  private twice(work: () => Promise<unknown>): void {
    void this.during(work());
    if (this.dice() < this.given.twins) void this.during(work());
  }

  /** The worlds in which the ports are made have the time of the processes. */
  private readonly at = (): number => {
    const { now: at } = this.processes.time;
    this.publishing.at = at;
    this.hooks.at = at;
    return at;
  };

  private iso(): string {
    return new Date(this.at()).toISOString();
  }

  /** Each step is tried again until it is written, as a machine does it. */
  private async move(id: string): Promise<void> {
    for (const [index, step] of steps.entries()) {
      await this.processes.time.sleep(this.dice() * 3 * MINUTE);
      const isDone = ({ version }: Run): boolean => version >= index + 2;
      const attempt = async (): Promise<unknown> =>
        this.processes.invoke(
          { kind: 'move', lifeMs: 30_000, repeated: { runs: this.runs(step.says) }, once: {} },
          async ({ runs }) => {
            const run = await runs.get(id);
            if (!isDone(run)) await runs.replace(transition(run, step.event(this.iso())));
          },
        );
      while (!isDone(this.publishing.runs.get(id)!)) {
        this.twice(attempt);
        await this.processes.time.sleep(5000);
      }
    }
  }

  private runs(says: EventType | undefined) {
    return {
      get: async (id: string) => this.publishing.runs.get(id)!,
      replace: async (run: Run) => {
        if (this.publishing.runs.get(run.id)?.version !== run.version - 1) throw new Error('the run moved on');
        this.publishing.runs.set(run.id, run);
        if (noticeOf(run) || run.unpublished) this.untold.add(run.id);
        else this.untold.delete(run.id);
        if (says) this.history.push({ of: run.id, type: says });
      },
    };
  }

  private async endSeries(): Promise<void> {
    const { lives } = this.publishing;
    await this.processes.time.sleep(this.dice() * 10 * MINUTE);
    const replace = async (at: string): Promise<void> => {
      if (lives.get('c')?.revision !== armedLife.revision) return;
      const life = { ...armedLife, revision: armedLife.revision + 1, state: 'ended' as const };
      lives.set('c', endTold(life, { campaignId: 'c', at, cause: 'noStartLeft', reason: 'runs' }));
      this.history.push({ of: 'c', type: 'series.ended' });
    };
    while (lives.get('c')?.state !== 'ended')
      await this.processes.invoke({ kind: 'move', lifeMs: 30_000, repeated: { replace }, once: {} }, async (ports) =>
        ports.replace(this.iso()),
      );
  }

  private notices() {
    const keyOf = ({ event, sub }: Telling): string => `${event} ${sub}`;
    return {
      untold: async () => [...this.untold],
      markTold: async ({ id, version }: Run) => {
        const run = this.publishing.runs.get(id);
        if (run?.version === version && !run.unpublished) this.untold.delete(id);
      },
      claim: async (telling: Telling) => {
        const { call } = this.processes;
        const holder = this.claims.get(keyOf(telling)) ?? call;
        this.claims.set(keyOf(telling), holder);
        return holder === call;
      },
      release: async (telling: Telling) => void this.claims.delete(keyOf(telling)),
    };
  }

  private readonly mailer = {
    send: async ({ to, subject, about }: SingleMail) => void this.mails.push({ of: about?.runId ?? 'c', to, subject }),
  };

  private readonly busOnce = {
    publish: async (event: Parameters<PublishWorld['ports']['bus']['publish']>[0]) => {
      await this.publishing.ports.bus.publish(event);
      // A rule invokes its target at least once.
      this.twice(async () => {
        const detail = { source: 'freigabe', 'detail-type': event.type, detail: event };
        this.queue.put(detail, this.at() + this.latency());
      });
    },
  };

  private async watch(): Promise<void> {
    const { bus: _bus, tellSeries: _tell, report, ...ports } = this.publishing.ports;
    const repeated = {
      ...ports,
      deliveries: this.deliveries,
      notices: this.notices(),
      choices: { offOf: async () => [] },
      campaigns: { get: async () => campaignWith({ mode: 'onceConfirmed' }) },
      people: {
        approvers: async () => [],
        administrators: async () => [],
        person: async (sub: string) => (sub === author.sub ? author : person),
      },
    };
    const fixed = { words: consoleWords, sender: 'freigabe@freigabe.example', clock: this.at, report };
    const once = { bus: this.busOnce, mailer: this.mailer };
    await this.processes.invoke({ kind: 'watch', lifeMs: 55_000, repeated, once }, async (called, timeLeft) => {
      const all = { ...called, ...fixed };
      await Promise.allSettled([
        publishEvents({ ...all, tellSeries: tellSeriesEnd(all) })(timeLeft),
        tellPeople(all)(timeLeft),
      ]);
    });
  }

  /** The event source of the queue: each batch an invocation, and what it does not answer to have failed is deleted. */
  private async poll(): Promise<void> {
    for (;;) {
      const at = this.at();
      for (const isTwin of this.dice() < this.given.twins ? [true, false] : [false]) {
        const batch = this.queue.receive(at, isTwin);
        if (batch.length > 0) void this.during(this.deliver(batch));
      }
      await this.processes.time.sleep(Math.min(MINUTE, Math.max(100, this.queue.nextAt - at)));
    }
  }

  private async deliver(batch: readonly Received[]): Promise<void> {
    const { outside, queue: _queue, report, ...ports } = this.hooks.ports;
    const queue = {
      put: async (message: object) => this.queue.put(message, this.at()),
      postpone: async (receipt: string, seconds: number) => this.queue.postpone(receipt, this.at() + seconds * 1000),
    };
    const repeated = { ...ports, deliveries: this.deliveries, queue };
    const once = { post: async (outgoing: Outgoing) => this.arrive(outgoing) };
    const answer = await this.processes.invoke(
      { kind: 'deliver', lifeMs: 30_000, repeated, once },
      async ({ post, ...called }) =>
        deliverEvents({
          ...called,
          clock: this.at,
          report,
          outside: { fault: outside.fault, post: async (outgoing) => this.heard(outgoing, post) },
        })(batch),
    );
    if (answer) for (const { id, receipt } of batch) if (!answer.failed.includes(id)) this.queue.remove(receipt);
  }

  private async arrive({ address, headers, body }: Outgoing): Promise<Arrival> {
    const to = new URL(address).hostname;
    const isDown = to.startsWith('down') && this.at() < Date.parse(now) + this.given.downMinutes * MINUTE;
    const { type } = JSON.parse(body) as { type: string };
    const status = isDown ? 503 : 204;
    const arrival = { to, id: headers['webhook-id'] ?? '', at: this.at(), type, status, isHeard: true };
    this.arrivals.push(arrival);
    return arrival;
  }

  /** An answer that is lost while we live is asked for again, under the same id. */
  private async heard(outgoing: Outgoing, post: (outgoing: Outgoing) => Promise<Arrival>): Promise<number> {
    const since = this.at();
    try {
      return (await post(outgoing)).status;
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      const { hostname } = new URL(outgoing.address);
      const isThis = ({ to, id, at }: Arrival): boolean =>
        to === hostname && id === outgoing.headers['webhook-id'] && at >= since;
      const arrival = this.arrivals.findLast(isThis);
      if (arrival) arrival.isHeard = false;
      throw new NoAnswer('connection');
    }
  }
}
