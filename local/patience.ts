import type { Waiting } from './processes.ts';

export const slowWords =
  'The local AWS is writing down what it holds; with much data that takes minutes. Ctrl-C again ends it at once: what it answered since its last stop would be lost.\n';

export const lostWords =
  'It was ended before it had written everything down: what it answered since its last stop is lost, and parts of its state may be older than others. If something looks wrong, "npm run local:reset" begins anew.\n';

type Interrupts = { on(signal: 'SIGINT', listener: () => void): unknown };

/**
 * Waits for the end of what was asked to end, and says so when that takes longer than a moment. Ctrl-C while it waits
 * first says what it would cost, and then forces.
 */
export const patience = (write: (words: string) => void, interrupts: Interrupts = process): Waiting => {
  const insisting = new AbortController();
  let isTold = false;
  const tell = (): void => {
    if (!isTold) write(slowWords);
    isTold = true;
  };
  interrupts.on('SIGINT', () => (isTold ? insisting.abort() : tell()));
  return { onSlow: tell, insisted: insisting.signal };
};
