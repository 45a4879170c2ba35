import * as z from 'zod';

/**
 * One invocation of a bundled Lambda as a process of its own, so that it can be killed at any instant:
 * `node chaos/invocation.ts BUNDLE INPUT [AHEAD_MS]`. Prints `ready` before the handler begins and its answer after.
 * AHEAD_MS moves the process's clock, for what has to happen later.
 */
const [bundle = '', input = '', ahead = '0'] = process.argv.slice(2);
const now = Date.now.bind(Date);
Date.now = () => now() + Number(ahead);

type Handler = (event: unknown, context: { getRemainingTimeInMillis: () => number }) => Promise<unknown>;
const Bundle = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });

const LIFE_MS = 900_000;
const { handler } = Bundle.parse(await import(bundle));
process.stdout.write('ready\n');
const end = Date.now() + LIFE_MS;
const answer = await handler(JSON.parse(input), { getRemainingTimeInMillis: () => end - Date.now() });
process.stdout.write(`${JSON.stringify(answer)}\n`);
