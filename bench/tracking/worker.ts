import { createInterface } from 'node:readline/promises';
import * as z from 'zod';

/**
 * A Lambda runtime as small as it can be: loads the bundle and calls its handler for each line of stdin, which is a
 * batch of SQS or a recount. Answers a line with the CPU-seconds of that call. `node bench/tracking/worker.ts BUNDLE`
 */
type Handler = (event: unknown, context: object) => Promise<unknown>;
const Bundle = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });
const Answer = z.union([
  z.object({ batchItemFailures: z.array(z.unknown()).length(0) }),
  z.object({ state: z.literal('done') }),
]);
const context = { getRemainingTimeInMillis: () => 300_000 };

const { handler } = Bundle.parse(await import(process.argv[2] ?? ''));

for await (const line of createInterface({ input: process.stdin })) {
  const event: unknown = JSON.parse(line);
  const before = process.cpuUsage();
  Answer.parse(await handler(event, context));
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${(user + system) / 1e6}\n`);
}
