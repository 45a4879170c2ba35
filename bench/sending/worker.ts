import { syncBuiltinESMExports } from 'node:module';
import { createInterface } from 'node:readline/promises';
import timers from 'node:timers/promises';
import * as z from 'zod';

/**
 * A Lambda runtime as small as it can be: loads the bundle, calls its handler for one chunk after the other, and
 * prints what that cost as JSON lines. Between warm-up and measuring it waits for a line on stdin.
 * `node bench/sending/worker.ts PLAN`
 */
const Plan = z.object({
  bundle: z.string(),
  runId: z.string(),
  warmUp: z.int(),
  chunks: z.int(),
  /** Waits of the worker are leapt over: its clock moves on instead. For rates at which it would mostly sleep. */
  leap: z.boolean(),
});
const plan = Plan.parse(JSON.parse(process.argv[2] ?? '{}'));

/** Until then waits are waited: by then the worker has found out what DynamoDB's time is, which no leaping clock could. */
const KNOWN_AFTER_MS = 3000;

if (plan.leap) {
  const now = Date.now.bind(Date);
  const wait = timers.setTimeout;
  let ahead = 0;
  Date.now = () => now() + ahead;
  const leapt = async (milliseconds: number | undefined): Promise<void> => {
    if (performance.now() < KNOWN_AFTER_MS) return wait(milliseconds);
    ahead += milliseconds ?? 0;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
  Object.assign(timers, { setTimeout: leapt });
  syncBuiltinESMExports();
}

const LIFE_MS = 900_000;
type Handler = (event: unknown, context: { getRemainingTimeInMillis: () => number }) => Promise<unknown>;
const Bundle = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });
const Sent = z.object({ outcome: z.enum(['done', 'more']) });

const tell = (what: object): void => {
  process.stdout.write(`${JSON.stringify(what)}\n`);
};

const begun = performance.now();
const { handler } = Bundle.parse(await import(plan.bundle));
const initMs = performance.now() - begun;

const send = async (chunk: number): Promise<void> => {
  let outcome = 'more';
  while (outcome === 'more') {
    const end = Date.now() + LIFE_MS;
    const answer = await handler({ runId: plan.runId, chunk }, { getRemainingTimeInMillis: () => end - Date.now() });
    ({ outcome } = Sent.parse(answer));
  }
};

for (let chunk = 0; chunk < plan.warmUp; chunk += 1) await send(chunk);
tell({ initMs });

await createInterface({ input: process.stdin }).question('');
const before = process.cpuUsage();
const since = performance.now();
for (let chunk = plan.warmUp; chunk < plan.chunks; chunk += 1) await send(chunk);
const { user, system } = process.cpuUsage(before);
tell({
  cpuSeconds: (user + system) / 1e6,
  seconds: (performance.now() - since) / 1000,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
});
process.exit(0);
