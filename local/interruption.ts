import { once } from 'node:events';
import { Failure } from './failure.ts';
import type { Step } from './steps.ts';

/**
 * Aborted by Ctrl-C, by whoever asks this process to end, by a terminal that is closed, and when nobody reads any more
 * what is written (`npm start | head`): all of them end what was started in order.
 */
export const interruption = (): AbortSignal => {
  const interrupted = new AbortController();
  const abort = (): void => interrupted.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, abort);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', abort);
  return interrupted.signal;
};

export const untilAborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};

/** Steps of which no further one begins when somebody interrupts. */
export const interruptible =
  (step: Step, signal: AbortSignal): Step =>
  async (title, work) => {
    if (signal.aborted) throw new Failure('Interrupted before it was up: what had been started is stopped.');
    return step(title, work);
  };
