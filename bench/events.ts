import { execFileSync } from 'node:child_process';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { runsIn } from '../lambdas/adapters/dynamodb/runs.ts';
import { Failure } from '../local/failure.ts';
import { localAwsEnvironment, root, settings } from '../local/settings.ts';
import { BundleProcess, consume } from '../simulation/bundle-process.ts';
import { deliveries, engagement, runOf, shuffled } from '../simulation/ses-events.ts';
import { EventsSink } from './tracking/sink.ts';

const tables = {
  CAMPAIGNS_TABLE: 'campaigns',
  MESSAGES_TABLE: 'messages',
  PROFILES_TABLE: 'profiles',
  KPIS_TABLE: 'kpis',
};

/** The event source hands out at most so many, and lets so many consumers work at once (lib/track/track-room.ts). */
const BATCH = 1000;
const CONSUMERS = 2;
/** People open when they come to it: few at once, far from each other. */
const SPARSE_BATCH = 100;

/** What is in the queue at once is dealt to the consumers by chance. */
const batchesOf = (bodies: readonly string[], size: number): string[][] => {
  const batches: string[][] = [];
  for (let start = 0; start < bodies.length; start += size * CONSUMERS) {
    const dealt = shuffled(bodies.slice(start, start + size * CONSUMERS), start + 1);
    for (let first = 0; first < dealt.length; first += size) batches.push(dealt.slice(first, first + size));
  }
  return batches;
};

type Measured = { events: number; cpuSeconds: number; writeUnits: number; requests: number };

const measure = async (
  consumer: BundleProcess,
  sink: EventsSink,
  bodies: readonly string[],
  size = BATCH,
): Promise<Measured> => {
  sink.forget();
  let cpuSeconds = 0;
  for (const batch of batchesOf(bodies, size)) {
    const answer = await consume(consumer, batch);
    if (!answer || answer.failed.length > 0) throw new Error('the consumer failed');
    cpuSeconds += answer.cpuSeconds;
  }
  const { writeUnits, requests } = sink;
  return { events: bodies.length, cpuSeconds, writeUnits, requests };
};

const print = (name: string, { events, cpuSeconds, writeUnits, requests }: Measured, messages: number): void => {
  const cells = [
    `${Math.round(events / cpuSeconds)} per CPU-second`,
    `${(writeUnits / messages).toFixed(3)} write units per message`,
    `${(requests / events).toFixed(4)} requests per event`,
  ];
  process.stdout.write(`${name.padEnd(34)} ${cells.map((cell) => cell.padStart(32)).join('')}\n`);
};

/** The bundled consumer in a process of its own against a sink: first facts, and then everything a second time. */
export const benchEvents = async (messages: number): Promise<void> => {
  if (!Number.isInteger(messages) || messages < 1000)
    throw new Failure('Say how many messages, at least 1000: npm run bench -- events 20000');
  execFileSync(process.execPath, ['--import', 'tsx', 'bin/bundle.ts'], { cwd: root, stdio: 'inherit' });
  const sink = new EventsSink();
  const url = await sink.listen();
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  await runsIn(DynamoDBDocumentClient.from(client), tables.CAMPAIGNS_TABLE).create(runOf(messages));
  const env = { ...localAwsEnvironment(settings()), ...tables, AWS_ENDPOINT_URL: url, DEAD_LETTERS_QUEUE_URL: url };
  const consumer = new BundleProcess('track/record-events', env);
  await consumer.ready;
  try {
    const bodies = { delivered: deliveries(messages), opened: engagement(messages) };
    await measure(consumer, sink, bodies.delivered.slice(0, BATCH));
    process.stdout.write(
      `${messages} messages, ${bodies.delivered.length + bodies.opened.length} events, each twice\n`,
    );
    const first = await measure(consumer, sink, bodies.delivered);
    const second = await measure(consumer, sink, bodies.opened, SPARSE_BATCH);
    const all = {
      events: first.events + second.events,
      cpuSeconds: first.cpuSeconds + second.cpuSeconds,
      writeUnits: first.writeUnits + second.writeUnits,
      requests: first.requests + second.requests,
    };
    print('deliveries', first, messages);
    print('opens and clicks', second, messages);
    print('first facts together', all, messages);
    print('known duplicates', await measure(consumer, sink, [...bodies.delivered, ...bodies.opened]), messages);
  } finally {
    consumer.kill();
    sink.close();
  }
};
