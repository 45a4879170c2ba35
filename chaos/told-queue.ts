import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { clientSettings, type Settings } from '../local/settings.ts';

/** A queue of our own beside the deployed one. What is taken from it waits with us, so that we say when it comes again. */
export class ToldQueue {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  private readonly client: SQSClient;

  private constructor(client: SQSClient, place: { name: string; url: string; arn: string }) {
    this.client = client;
    this.name = place.name;
    this.url = place.url;
    this.arn = place.arn;
  }

  static async make(settings: Settings): Promise<ToldQueue> {
    const client = new SQSClient(clientSettings(settings));
    const name = `chaos-told-${Date.now()}`;
    const { QueueUrl: url = '' } = await client.send(new CreateQueueCommand({ QueueName: name }));
    const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] });
    const { Attributes: { QueueArn: arn = '' } = {} } = await client.send(asked);
    return new ToldQueue(client, { name, url, arn });
  }

  async remove(): Promise<void> {
    await this.client.send(new DeleteQueueCommand({ QueueUrl: this.url }));
  }

  async takeAll(): Promise<string[]> {
    const bodies: string[] = [];
    for (;;) {
      const ask = new ReceiveMessageCommand({ QueueUrl: this.url, MaxNumberOfMessages: 10 });
      const { Messages = [] } = await this.client.send(ask);
      if (Messages.length === 0) return bodies;
      const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await this.client.send(new DeleteMessageBatchCommand({ QueueUrl: this.url, Entries }));
      bodies.push(...Messages.map(({ Body = '' }) => Body));
    }
  }
}
