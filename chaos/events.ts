import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { diceOf } from '../simulation/virtual-time.ts';
import { BundleProcess, consume } from '../simulation/bundle-process.ts';
import { later, runOf, shuffled } from '../simulation/ses-events.ts';
import { runsIn } from '../lambdas/adapters/dynamodb/runs.ts';
import type { Outputs } from '../local/deploy.ts';
import { Failure } from '../local/failure.ts';
import { clientSettings, type Settings } from '../local/settings.ts';
import { eventDefects } from './judge-events.ts';
import { expectedOf } from './lives.ts';
import { lambdaEnvironment } from './processes.ts';

export type EventsPlan = { events: number; kills: number; seed: number; tell: (line: string) => void };

export type EventsReport = {
  /** Each left a batch unanswered, which came again. */
  kills: number;
  events: number;
  messages: number;
  /** Each event comes twice; what a killed consumer left, and what two got at once, comes on top. */
  handedOver: number;
  batches: number;
  /** Given to two consumers at once. */
  twins: number;
  /** Events that a consumer answered to have failed with, so that they came again. */
  refused: number;
  defects: string[];
};

/** The event source hands out at most so many, and lets so many consumers work at once (lib/track/track-room.ts). */
const BATCH = 1000;
const CONSUMERS = 2;
const TWINS = 0.2;

/** The queue, two consumers at it, and who kills them. */
class Disturbance {
  private readonly queue: string[][] = [];
  private readonly all: readonly string[][];
  private readonly env: Record<string, string>;
  private readonly plan: EventsPlan;
  private readonly report: EventsReport;
  private readonly dice: () => number;
  private doomed = 0;
  /** How long a batch lasts that nobody disturbs, in milliseconds. */
  private duration = 500;

  constructor(bodies: readonly string[], env: Record<string, string>, plan: EventsPlan, report: EventsReport) {
    const size = Math.min(BATCH, Math.ceil(bodies.length / (2 * plan.kills)));
    for (let start = 0; start < bodies.length; start += size) this.queue.push(bodies.slice(start, start + size));
    this.all = [...this.queue];
    this.env = env;
    this.plan = plan;
    this.report = report;
    this.dice = diceOf(plan.seed);
  }

  async play(): Promise<void> {
    await Promise.all(Array.from({ length: CONSUMERS }, async () => this.work()));
  }

  /** One after the other; when all is done and too few were killed, something comes once more, as it may. */
  private take(): string[] | undefined {
    const batch = this.queue.shift() ?? (this.report.kills < this.plan.kills ? this.all[0] : undefined);
    if (!batch) return undefined;
    this.report.batches += 1;
    this.report.handedOver += batch.length;
    if (this.dice() < TWINS) {
      this.report.twins += 1;
      this.queue.unshift(batch);
    }
    return batch;
  }

  private isKillDue(): boolean {
    const kills = this.report.kills + this.doomed;
    return kills < this.plan.kills && this.report.batches >= ((kills + 1) * this.all.length) / (this.plan.kills + 1);
  }

  private async work(): Promise<void> {
    let consumer = this.start();
    for (let batch = this.take(); batch; batch = this.take()) {
      await consumer.ready;
      if (!(await this.isAnswered(consumer, batch))) {
        this.report.kills += 1;
        this.queue.push(batch);
        this.plan.tell(`${this.report.kills} killed, ${this.queue.length} batches left`);
      }
      if (consumer.isKilled) consumer = this.start();
    }
    consumer.kill();
  }

  private start(): BundleProcess {
    return new BundleProcess('track/record-events', this.env);
  }

  /** False: it was killed at some instant within the batch. @throws Failure when it ended by itself */
  private async isAnswered(consumer: BundleProcess, batch: readonly string[]): Promise<boolean> {
    const begun = Date.now();
    const isKilled = this.isKillDue();
    const answering = consume(consumer, batch);
    if (isKilled) {
      this.doomed += 1;
      await Promise.race([answering, pause(this.dice() * this.duration)]);
      consumer.kill();
    }
    const answer = await answering;
    if (isKilled) this.doomed -= 1;
    if (!answer && !isKilled)
      throw new Failure(
        'A consumer ended that nobody had killed: its bundle is broken, or another command made it anew.',
      );
    if (!answer) return false;
    this.duration = Date.now() - begun;
    const again = answer.failed.flatMap((place) => batch[place] ?? []);
    this.report.refused += again.length;
    if (again.length > 0) this.queue.push(again);
    return true;
  }
}

/**
 * Every event twice, shuffled, through two consumers at once that are killed at random instants; a batch that was
 * not answered comes again, as SQS hands it out again. Then counters, lines and quarantine have to be exact.
 */
export const chaosEvents = async (settings: Settings, outputs: Outputs, plan: EventsPlan): Promise<EventsReport> => {
  const runId = `chaos-events-${Date.now()}`;
  const expected = expectedOf(runId, plan.events);
  const report: EventsReport = {
    kills: 0,
    events: expected.events.length,
    messages: expected.messages,
    handedOver: 0,
    batches: 0,
    twins: 0,
    refused: 0,
    defects: [],
  };
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(settings)), {
    marshallOptions: { removeUndefinedValues: true },
  });
  // It has ended, so that no machine and no watch of the product cares for it.
  const run = {
    ...runOf(expected.messages, runId),
    state: 'Finished' as const,
    finishedAt: later(expected.messages, 0),
  };
  await runsIn(documents, outputs.CampaignsTable).create(run);
  const bodies = shuffled([...expected.events, ...expected.events], plan.seed);
  await new Disturbance(bodies, await lambdaEnvironment(settings), plan, report).play();
  report.defects.push(...(await eventDefects(documents, outputs, runId, expected)));
  return report;
};
