import { parseArgs } from 'node:util';
import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';
import { environmentOf, runningOutputs } from './environment.ts';
import { command, Failure } from './failure.ts';
import { clientSettings, settings } from './settings.ts';

type Queues = { client: SQSClient; from: string; to: string };

const usage =
  'npm run events:redrive redrives on the local AWS; for any other account give both: -- --from DEAD_LETTER_QUEUE_URL --to QUEUE_URL';

const queueUrl = (text: string): string => {
  if (/^https?:\/\/[^/]+\/\d{12}\/[\w.-]+$/.test(text)) return text;
  throw new Failure(`Give the address of a queue. ${usage}`);
};

const local = async (): Promise<Queues> => {
  const here = settings();
  const { queues } = environmentOf(here, await runningOutputs(here));
  return { client: new SQSClient(clientSettings(here)), from: queues.sesEventsDead, to: queues.sesEvents };
};

/** Credentials and region come from the environment, as for every AWS command. */
const elsewhere = (from: string, to: string): Queues => ({
  client: new SQSClient({}),
  from: queueUrl(from),
  to: queueUrl(to),
});

const asked = async (): Promise<Queues> => {
  try {
    const { from, to } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } }).values;
    if (from === undefined && to === undefined) return await local();
    if (from === undefined || to === undefined) throw new Failure(`One queue is missing. ${usage}`);
    return elsewhere(from, to);
  } catch (error) {
    if (error instanceof TypeError) throw new Failure(usage);
    throw error;
  }
};

/** Lay there before: what comes to the dead letters while we move is what we brought back, and failed again. */
const isOlder = ({ Attributes }: Message, than: number): boolean => Number(Attributes?.SentTimestamp ?? 0) < than;

/** SQS gives and takes ten messages in one call. Empty: nothing is left that lay there before. */
const receive = async ({ client, from }: Queues, begun: number): Promise<Message[]> => {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: from,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['cause'],
      MessageSystemAttributeNames: ['SentTimestamp'],
      WaitTimeSeconds: 1,
    }),
  );
  return Messages.filter((message) => isOlder(message, begun));
};

/** Sent first and deleted then: who dies in between leaves an event twice, which changes nothing. */
const move = async ({ client, from, to }: Queues, messages: readonly Message[]): Promise<void> => {
  const bodies = messages.map(({ Body = '' }, index) => ({ Id: String(index), MessageBody: Body }));
  const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: to, Entries: bodies }));
  if (Failed.length > 0) throw new Error(`${Failed.length} messages were not taken by the queue`);
  const handles = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl: from, Entries: handles }));
};

await command(async () => {
  const queues = await asked();
  const causes = new Map<string, number>();
  let moved = 0;
  const begun = Date.now();
  for (let messages = await receive(queues, begun); messages.length > 0; messages = await receive(queues, begun)) {
    await move(queues, messages);
    moved += messages.length;
    for (const { MessageAttributes } of messages) {
      const cause = MessageAttributes?.['cause']?.StringValue ?? 'failed five times';
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
    }
  }
  process.stdout.write(`${moved} events brought back.\n`);
  for (const [cause, count] of causes) process.stdout.write(`  ${count} × ${cause}\n`);
});
