import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import * as z from 'zod';
import { root } from '../local/settings.ts';

const Reply = z.object({ cpuSeconds: z.number(), answer: z.unknown() });
const Batch = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.coerce.number() })) });

/** A bundled Lambda in a process of its own, which is called again and again, and can be killed. */
export class BundleProcess {
  /** Resolves when it can take its first call, or has ended. */
  readonly ready: Promise<unknown>;
  isKilled = false;
  private readonly process;
  private readonly lines;

  /** @param bundle by room and name: `track/record-events` */
  constructor(bundle: string, env: Record<string, string>) {
    const file = path.join(root, 'dist/lambdas', bundle, 'index.mjs');
    this.process = spawn(process.execPath, [path.join(import.meta.dirname, 'bundle-worker.ts'), file], {
      env: { ...env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // Who is killed before it has read its call leaves a broken pipe; that no answer comes says the same.
    this.process.stdin.on('error', () => {});
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.ready = this.lines.next();
  }

  /** Undefined: the process ended before it answered. */
  async call(event: unknown): Promise<z.infer<typeof Reply> | undefined> {
    this.process.stdin.write(`${JSON.stringify(event)}\n`);
    const { value } = await this.lines.next();
    return value === undefined ? undefined : Reply.parse(JSON.parse(value));
  }

  /** SIGKILL: nothing of it runs any more. */
  kill(): void {
    this.isKilled = true;
    this.process.kill('SIGKILL');
  }
}

/**
 * Hands over bodies as SQS does. `failed`: places of those that shall come again. Undefined: the consumer ended
 * before it answered.
 */
export const consume = async (
  consumer: BundleProcess,
  bodies: readonly string[],
): Promise<{ cpuSeconds: number; failed: number[] } | undefined> => {
  const reply = await consumer.call({ Records: bodies.map((body, index) => ({ messageId: String(index), body })) });
  if (!reply) return undefined;
  const { batchItemFailures } = Batch.parse(reply.answer);
  return { cpuSeconds: reply.cpuSeconds, failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
};
