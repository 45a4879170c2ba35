import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { CLAIMED_MS } from '../domain/people/ports/deliveries.ts';
import { WebhookView, WebhookWithSecret } from '../domain/people/webhook-api.ts';
import { signedPostTo } from '../lambdas/adapters/sdk/signed-post.ts';
import { Api } from '../local/demo/api.ts';
import type { Outputs } from '../local/deploy.ts';
import { Failure } from '../local/failure.ts';
import { clientSettings, type Settings } from '../local/settings.ts';
import { invokeBundle, lambdaEnvironment, type Invocation } from './processes.ts';
import { Receiver, type Post } from './receiver.ts';
import { ToldQueue } from './told-queue.ts';

/** A kill comes at some instant after the handler began, in milliseconds. */
const KILL_WITHIN = 500;
/** Whoever was killed has claimed what they were at until then. */
const LATER_MS = CLAIMED_MS + 60_000;
const HOUR_S = 3600;
/** What happens to each run of the chaos, as others are told. */
const TOLD = ['run.asked', 'run.decided', 'run.finished'];

const FromBus = z.object({ detail: z.object({ id: z.string(), type: z.string(), runId: z.string().nullable() }) });
const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

type ToldReport = { kills: number; defects: string[] };

/** Each event by its id: how often it came, and which run it is of. */
type Counted = Map<string, { name: string; times: number }>;

/** Calls of EventBridge by its JSON protocol, in their order. */
const ask = async (settings: Settings, calls: Record<string, object>): Promise<void> => {
  const post = signedPostTo(new DynamoDBClient(clientSettings(settings)), 'events', settings.emulatorUrl);
  for (const [operation, body] of Object.entries(calls)) {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSEvents.${operation}` };
    const { status } = await post({ path: '/', headers, body: JSON.stringify(body) });
    if (status !== 200) throw new Failure(`${operation} was answered with ${status}.`);
  }
};

/** Kills who publishes and who posts, and counts what a rule of the bus and a webhook got of some runs. */
export class Told {
  private readonly report: ToldReport = { kills: 0, defects: [] };
  private readonly bus: Counted = new Map();
  private pending: string[] = [];
  private readonly settings: Settings;
  private readonly outputs: Outputs;
  private readonly env: Record<string, string>;
  private readonly queue: ToldQueue;
  private readonly dice: () => number;

  private constructor(
    place: { settings: Settings; outputs: Outputs; env: Record<string, string>; queue: ToldQueue },
    dice: () => number,
  ) {
    this.settings = place.settings;
    this.outputs = place.outputs;
    this.env = place.env;
    this.queue = place.queue;
    this.dice = dice;
  }

  /** From now on what is published is kept for us. */
  static async listen(settings: Settings, outputs: Outputs, dice: () => number): Promise<Told> {
    const env = await lambdaEnvironment(settings);
    const queue = await ToldQueue.make(settings);
    const EventBusName = env['EVENT_BUS'];
    const EventPattern = JSON.stringify({ source: ['freigabe'] });
    await ask(settings, {
      PutRule: { Name: queue.name, EventBusName, EventPattern },
      PutTargets: { Rule: queue.name, EventBusName, Targets: [{ Id: 'queue', Arn: queue.arn }] },
    });
    // Whoever spreads an event puts one message for each webhook where we take it.
    return new Told({ settings, outputs, env: { ...env, DELIVERIES_QUEUE_URL: queue.url }, queue }, dice);
  }

  /** Of these runs, which are over: nothing may be lost, and nothing come twice within an hour. */
  async judge(runIds: readonly string[], kills: number): Promise<ToldReport> {
    await this.publish(kills);
    const admin = await Api.as('admin@freigabe.example', this.settings, this.outputs);
    const receiver = await Receiver.start();
    const { address } = receiver;
    const asked = { name: this.queue.name, kind: 'webhook', address, events: [], language: 'en', reason: 'chaos' };
    const { webhook } = await admin.post('/webhooks', asked, WebhookWithSecret);
    try {
      await this.deliver(kills);
    } finally {
      await admin.post(`/webhooks/${webhook.id}/remove`, { reason: 'the chaos is over' }, WebhookView);
      receiver.stop();
      await this.leave();
    }
    this.compare(runIds, receiver.posts);
    return this.report;
  }

  /** Without a trace on the bus of whoever goes on with this local AWS. */
  private async leave(): Promise<void> {
    const EventBusName = this.env['EVENT_BUS'];
    await ask(this.settings, {
      RemoveTargets: { Rule: this.queue.name, EventBusName, Ids: ['queue'] },
      DeleteRule: { Name: this.queue.name, EventBusName },
    });
    await this.queue.remove();
  }

  private watch(aheadMs: number): Invocation {
    return invokeBundle(this.env, 'confirm/watch-gates', {}, aheadMs);
  }

  private handOver(bodies: readonly string[], aheadMs: number): Invocation {
    const Records = bodies.map((body, index) => ({ messageId: String(index), body, receiptHandle: 'none' }));
    return invokeBundle(this.env, 'people/deliver', { Records }, aheadMs);
  }

  private async kill(invocations: readonly Invocation[]): Promise<void> {
    await Promise.all(
      invocations.map(async ({ begun, ended, kill }) => {
        await begun;
        await pause(this.dice() * KILL_WITHIN);
        kill();
        if ((await ended) === undefined) this.report.kills += 1;
      }),
    );
  }

  /** Two at once, killed; the rest of this hour; and what they had claimed, after it. */
  private async publish(kills: number): Promise<void> {
    for (let killed = 0; killed < kills; killed += 2) await this.kill([this.watch(0), this.watch(0)]);
    await this.watch(0).ended;
    await this.drain();
    for (const [id, { name, times }] of this.bus)
      if (times > 1) this.report.defects.push(`${name} (${id}) is on the bus ${times} times within an hour`);
    await this.watch(LATER_MS).ended;
    await this.drain();
  }

  private async drain(): Promise<void> {
    const bodies = await this.queue.takeAll();
    this.pending.push(...bodies);
    for (const body of bodies) {
      const { data } = FromBus.safeParse(JSON.parse(body));
      if (!data) continue;
      const { id, type, runId } = data.detail;
      this.bus.set(id, { name: `${runId} ${type}`, times: (this.bus.get(id)?.times ?? 0) + 1 });
    }
  }

  /** Each batch to two at once, which are killed; what nobody answered for comes again, as SQS hands it out again. */
  private async deliver(kills: number): Promise<void> {
    for (let killed = 0; killed < kills && this.pending.length > 0; killed += 2) {
      const batch = this.pending.slice(0, 10);
      await this.kill([this.handOver(batch, 0), this.handOver(batch, 0)]);
      await this.drain();
    }
    for (const aheadMs of [0, LATER_MS])
      for (let pass = 0; pass < 3 && this.pending.length > 0; pass += 1) await this.settle(aheadMs);
    if (this.pending.length > 0) this.report.defects.push(`${this.pending.length} messages stay in the queue`);
  }

  /** All that waits, undisturbed. */
  private async settle(aheadMs: number): Promise<void> {
    const bodies = this.pending;
    const ended = await this.handOver(bodies, aheadMs).ended;
    const failed = new Set(
      Answer.parse(JSON.parse(ended ?? 'null')).batchItemFailures.map((one) => one.itemIdentifier),
    );
    this.pending = bodies.filter((_body, index) => failed.has(String(index)));
    await this.drain();
  }

  private compare(runIds: readonly string[], taken: readonly Post[]): void {
    const byId = Map.groupBy(taken, ({ id }) => id);
    for (const runId of runIds)
      for (const type of TOLD) {
        const wanted = `${runId} ${type}`;
        const ids = [...this.bus].filter(([, { name }]) => name === wanted).map(([id]) => id);
        if (ids.length !== 1) this.report.defects.push(`${wanted} is on the bus under ${ids.length} ids`);
        for (const id of ids)
          if (!byId.has(id)) this.report.defects.push(`${wanted} (${id}) never came to the webhook`);
      }
    for (const [id, posts] of byId) {
      const times = posts.map(({ at }) => at).toSorted((one, other) => one - other);
      if (times.some((at, index) => index > 0 && at - (times[index - 1] ?? 0) < HOUR_S))
        this.report.defects.push(`${id} came to the webhook twice within an hour: ${times.join(', ')}`);
    }
  }
}
