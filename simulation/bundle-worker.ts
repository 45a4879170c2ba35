import { createInterface } from 'node:readline/promises';
import * as z from 'zod';

/**
 * A Lambda runtime as small as it can be: loads the bundle, says `ready`, and calls its handler for each line of stdin.
 * Answers a line of JSON with the CPU-seconds of that call and what the handler answered.
 * `node bench/tracking/worker.ts BUNDLE`
 */
type Handler = (event: unknown, context: object) => Promise<unknown>;
const Bundle = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });
const context = { getRemainingTimeInMillis: () => 300_000 };

const { handler } = Bundle.parse(await import(process.argv[2] ?? ''));
process.stdout.write('ready\n');

for await (const line of createInterface({ input: process.stdin })) {
  const event: unknown = JSON.parse(line);
  const before = process.cpuUsage();
  const answer = await handler(event, context);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6, answer })}\n`);
}
