import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import * as z from 'zod';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';
import { MAX_DESTINATIONS } from '../../domain/send/group-size.ts';
import { localAwsEnvironment, portOffset, root, settings } from '../../local/settings.ts';
import { CountingProxy } from '../counting-proxy.ts';
import { BenchDynamoDb, tableNames } from './dynamodb.ts';
import { frozenRun, type FrozenRun } from '../../simulation/frozen-run.ts';
import { Sink } from './sink.ts';

/** What one pass of the worker cost; everything but init, peak and bundle after warm-up, per message where it says so. */
export type SendingCost = {
  messages: number;
  perCpuSecond: number;
  perSecond: number;
  requestsPerMessage: number;
  bytesPerMessage: number;
  writeUnitsPerMessage: number;
  peakMegabytes: number;
  initMs: number;
};

export type SendingPlan = {
  /** Rounded up to whole chunks. */
  messages: number;
  /** Messages per second that the sink's account grants. */
  perSecond: number;
  /** Recipients in one call to SES, at most; 50 unless said. */
  destinationsPerCall?: number;
  /** SES takes no SendBulkEmail: each message has a call of its own. */
  withoutBulkCalls?: boolean;
  /** Waits of the worker are waited, and SES takes so long for each call; otherwise its clock leaps over them. */
  inRealTime?: { delayMs: number };
  /** More flags for Node, such as `--cpu-prof`. */
  nodeFlags?: string[];
};

const WARM_UP = 6;
const BUCKET = 'content';
const bundle = path.join(root, 'dist/lambdas/send/send-chunk/index.mjs');
/** As the send Lambda has it (lib/send/send-room.ts), in megabytes. */
const LAMBDA_MEMORY = 1024;
/** What Lambda's own start of Node says of the heap, by the function's memory (/var/runtime/bootstrap). */
const lambdaFlags = [
  '--expose-gc',
  `--max-semi-space-size=${Math.floor(LAMBDA_MEMORY * 0.05)}`,
  `--max-old-space-size=${Math.floor(LAMBDA_MEMORY * 0.9)}`,
];
/** From this rate on the worker never sleeps. */
const NEVER_THE_LIMIT = 100_000;

const Warm = z.object({ initMs: z.number() });
const Done = z.object({ cpuSeconds: z.number(), seconds: z.number(), peakMegabytes: z.number() });

const environment = (sinkUrl: string, databaseUrl: string, destinationsPerCall: number): Record<string, string> => ({
  ...localAwsEnvironment(settings()),
  AWS_ENDPOINT_URL: sinkUrl,
  AWS_ENDPOINT_URL_DYNAMODB: databaseUrl,
  CAMPAIGNS_TABLE: tableNames.campaigns,
  MESSAGES_TABLE: tableNames.messages,
  PROFILES_TABLE: tableNames.profiles,
  KPIS_TABLE: tableNames.kpis,
  CONTENT_BUCKET: BUCKET,
  CONFIGURATION_SET: 'bench',
  CONSOLE_URL: 'https://freigabe.example',
  UNSUBSCRIBE_SECRET_ID: 'unsubscribe',
  RATE_RESERVE_PERCENT: '0',
  DESTINATIONS_PER_CALL: String(destinationsPerCall),
  BRAKE_BOUNCE_PERCENT: '10',
  BRAKE_COMPLAINT_PERCENT: '0.5',
  BRAKE_MINIMUM: '500',
});

const runWorker = async (
  plan: SendingPlan & { chunks: number; runId: string },
  env: Record<string, string>,
  onWarm: () => void,
): Promise<z.infer<typeof Warm> & z.infer<typeof Done>> => {
  const { runId, chunks, perSecond, inRealTime, nodeFlags = [] } = plan;
  const argument = JSON.stringify({
    bundle,
    runId,
    warmUp: WARM_UP,
    chunks,
    leap: !inRealTime && perSecond < NEVER_THE_LIMIT,
  });
  const script = path.join(import.meta.dirname, 'worker.ts');
  const worker = spawn(process.execPath, [...lambdaFlags, ...nodeFlags, script, argument], {
    env: { ...env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: worker.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse((await lines.next()).value ?? '{}');
  const warm = Warm.parse(await next());
  onWarm();
  worker.stdin.write('go\n');
  return { ...warm, ...Done.parse(await next()) };
};

const measured = async (plan: SendingPlan, frozen: FrozenRun, database: BenchDynamoDb): Promise<SendingCost> => {
  const port = 4577 + portOffset();
  const proxy = new CountingProxy(database.url);
  const sink = new Sink(frozen.objects, plan.perSecond, {
    takesBulkCalls: plan.withoutBulkCalls !== true,
    ...plan.inRealTime,
  });
  await proxy.listen(port);
  try {
    const { destinationsPerCall = MAX_DESTINATIONS } = plan;
    const env = environment(await sink.listen(), `http://127.0.0.1:${port}`, destinationsPerCall);
    const worker = await runWorker({ ...plan, chunks: frozen.chunks, runId: frozen.run.id }, env, () => {
      proxy.forget();
      sink.forget();
    });
    const { messages } = sink;
    const expected = frozen.run.preparation.counts.toDeliver - WARM_UP * CHUNK_SIZE;
    if (messages !== expected) throw new Error(`the sink took ${messages} messages instead of ${expected}`);
    const asked = [...proxy.counted.requests.values()].reduce((sum, count) => sum + count, 0);
    return {
      messages,
      perCpuSecond: messages / worker.cpuSeconds,
      perSecond: messages / worker.seconds,
      requestsPerMessage: (asked + sink.requests) / messages,
      bytesPerMessage: (proxy.counted.bytes + sink.bytes) / messages,
      writeUnitsPerMessage: proxy.counted.writeUnits / messages,
      peakMegabytes: worker.peakMegabytes,
      initMs: worker.initMs,
    };
  } finally {
    proxy.close();
    sink.close();
  }
};

/** Sends so many messages with the handler as it is bundled for Lambda, in a fresh process, and says what that cost. */
export const measureSending = async (plan: SendingPlan): Promise<SendingCost> => {
  const frozen = await frozenRun((Math.ceil(plan.messages / CHUNK_SIZE) + WARM_UP) * CHUNK_SIZE);
  const database = await BenchDynamoDb.start(4578 + portOffset(), frozen.run);
  try {
    return await measured(plan, frozen, database);
  } finally {
    database.stop();
  }
};
