import { execFileSync } from 'node:child_process';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { zeroCounters } from '../domain/model/figures.ts';
import { computeFigures } from '../domain/kpi/figures.ts';
import { begun } from '../domain/kpi/recount.ts';
import { ROWS_PER_ITEM } from '../domain/model/message.ts';
import { ITEMS_PER_COMMIT } from '../domain/ports/messages.ts';
import { messagesIn } from '../lambdas/adapters/dynamodb/messages.ts';
import { recountsIn } from '../lambdas/adapters/dynamodb/recounts.ts';
import { runsIn } from '../lambdas/adapters/dynamodb/runs.ts';
import { Failure } from '../local/failure.ts';
import { localAwsEnvironment, root, settings } from '../local/settings.ts';
import { rowOf } from './kpi.ts';
import { BundleProcess } from '../simulation/bundle-process.ts';
import { benchRunId as runId, runOf } from '../simulation/ses-events.ts';
import { EventsSink } from './tracking/sink.ts';

const tables = { campaigns: 'campaigns', messages: 'messages', kpis: 'kpis' };

const Done = z.object({ state: z.literal('done') });

const itemOf = (index: number) => ({
  runId,
  index,
  version: 0,
  rows: Array.from({ length: ROWS_PER_ITEM }, (_, place) => rowOf(runId, index * ROWS_PER_ITEM + place)),
});

/** A run of which everything is known, and a recount of it that was just asked for. */
const fill = async (url: string, messages: number): Promise<void> => {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new DynamoDBClient({ endpoint: url, region: 'us-east-1', credentials });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const run = runOf(messages);
  await runsIn(documents, tables.campaigns).create(run);
  const store = messagesIn(documents, tables);
  const items = messages / ROWS_PER_ITEM;
  for (let first = 0; first < items; first += ITEMS_PER_COMMIT) {
    const many = Array.from({ length: Math.min(ITEMS_PER_COMMIT, items - first) }, (_, index) => first + index);
    await store.commit({ runId, items: many.map(itemOf), delta: zeroCounters() });
  }
  const askedAt = new Date().toISOString();
  const base = zeroCounters();
  const before = computeFigures({ run, tallies: [], counters: base, settledUnknown: 0, asOf: askedAt });
  const { chunks } = run.preparation;
  await recountsIn(documents, tables).replace(
    begun({ runId, askedBy: run.requestedBy, origin: undefined, askedAt, chunks, before, base }, undefined),
  );
};

/** @returns seconds, and those of them that the Lambda's CPU was busy */
const count = async (url: string): Promise<{ seconds: number; cpuSeconds: number }> => {
  const since = performance.now();
  const worker = new BundleProcess('kpi/count-on', {
    ...localAwsEnvironment(settings()),
    AWS_ENDPOINT_URL: url,
    CAMPAIGNS_TABLE: tables.campaigns,
    MESSAGES_TABLE: tables.messages,
    KPIS_TABLE: tables.kpis,
    CONTENT_BUCKET: 'content',
    COUNT_ON_FUNCTION: 'count-on',
  });
  await worker.ready;
  const reply = await worker.call({ runId });
  worker.kill();
  Done.parse(reply?.answer);
  return { seconds: (performance.now() - since) / 1000, cpuSeconds: reply?.cpuSeconds ?? 0 };
};

/** The bundled recount in a process of its own against a sink: time, requests and units per 100,000 messages. */
export const benchRecount = async (messages: number): Promise<void> => {
  if (!Number.isInteger(messages) || messages < 1000 || messages % 1000 !== 0)
    throw new Failure('Say how many messages, in thousands: npm run bench -- recount 100000');
  execFileSync(process.execPath, ['--import', 'tsx', 'bin/bundle.ts'], { cwd: root, stdio: 'inherit' });
  const sink = new EventsSink();
  const url = await sink.listen();
  try {
    await fill(url, messages);
    sink.forget();
    const { seconds, cpuSeconds } = await count(url);
    const per100k = 100_000 / messages;
    const row = (what: string, figure: number, digits: number): void => {
      process.stdout.write(`  ${what.padEnd(20)}${(figure * per100k).toFixed(digits).padStart(12)}\n`);
    };
    process.stdout.write(`Recount of ${messages} messages, per 100,000\n`);
    row('seconds', seconds, 2);
    row('CPU-seconds', cpuSeconds, 2);
    row('requests', sink.requests, 0);
    row('read units', sink.readUnits, 0);
    row('write units', sink.writeUnits, 0);
  } finally {
    sink.close();
  }
};
