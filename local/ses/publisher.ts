import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { EventKind, SesEvent } from './events.ts';

/** `run`: that of the message, by its tag; nothing where it has none. */
export type Published = { id: string; topicArn: string; body: string; run?: string | undefined };

/** The event destination of a configuration set: its topic, and the kinds that it asks for; all where it names none. */
export type Destination = { topicArn: string; events?: readonly EventKind[] | undefined };

/** SNS takes ten messages in one call. */
const BATCH = 10;
const PARALLEL = 4;
/** Kept for tests that publish everything again. */
const LOG = 50_000;

/** Publishes events in order of arrival, a few calls at a time; topics are told after the deployment. */
export class Publisher {
  private readonly destinations = new Map<string, Destination>();
  private readonly waiting: Published[] = [];
  private log: Published[] = [];
  private active = 0;
  private count = 0;
  private readonly client: Pick<SNSClient, 'send'>;

  constructor(client: Pick<SNSClient, 'send'>) {
    this.client = client;
  }

  /** SES greets the topic of a new event destination, in these words; it is no event, and never published again. */
  setDestination(configurationSet: string, destination: Destination): void {
    this.destinations.set(configurationSet, destination);
    const { topicArn } = destination;
    const body = 'Successfully validated SNS topic for Amazon SES event publishing.';
    this.enqueue({ id: 'greeting', topicArn, body });
  }

  knows(configurationSet: string): boolean {
    return this.destinations.has(configurationSet);
  }

  topicsKnown(): Record<string, string> {
    return Object.fromEntries([...this.destinations].map(([set, { topicArn }]) => [set, topicArn]));
  }

  /** Ever, replays not among them. */
  get published(): number {
    return this.count;
  }

  get pending(): number {
    return this.waiting.length + this.active;
  }

  publish(configurationSet: string | undefined, kind: EventKind, event: SesEvent): void {
    const destination = this.destinations.get(configurationSet ?? '');
    if (!destination || destination.events?.includes(kind) === false) return;
    const { topicArn } = destination;
    this.count += 1;
    const run = event.mail.tags['run']?.[0];
    const published = { id: String(this.count), topicArn, body: JSON.stringify(event), run };
    this.log.push(published);
    if (this.log.length > LOG) this.log = this.log.slice(-LOG / 2);
    this.enqueue(published);
  }

  events(): readonly Published[] {
    return this.log;
  }

  /** Publishes again what was published before: all of it, or what is of one run. */
  replay(order: 'same' | 'reverse', run?: string): number {
    const meant = this.log.filter((published) => run === undefined || published.run === run);
    const again = order === 'same' ? meant : meant.toReversed();
    for (const published of again) this.enqueue(published);
    return again.length;
  }

  private enqueue(published: Published): void {
    this.waiting.push(published);
    if (this.active < PARALLEL) void this.drain();
  }

  private async drain(): Promise<void> {
    this.active += 1;
    try {
      while (this.waiting.length > 0) await this.sendBatch(this.waiting.splice(0, BATCH));
    } finally {
      this.active -= 1;
    }
  }

  private async sendBatch(batch: Published[]): Promise<void> {
    const byTopic = Map.groupBy(batch, ({ topicArn }) => topicArn);
    for (const [TopicArn, events] of byTopic) {
      const PublishBatchRequestEntries = events.map(({ body }, index) => ({ Id: String(index), Message: body }));
      try {
        await this.client.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }));
      } catch (error) {
        process.stderr.write(
          `local SES: ${events.length} events not published: ${error instanceof Error ? error.name : 'unknown'}\n`,
        );
      }
    }
  }
}
