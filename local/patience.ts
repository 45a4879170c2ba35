import type { Waiting } from './processes.ts';

export const slowWords =
  'The local AWS is writing down what it holds; with much data that takes minutes. Ctrl-C again ends it at once: what it answered since its last stop would be lost.\n';

export const lostWords =
  'It was ended before it had written everything down: what it answered since its last stop is lost, and parts of its state may be older than others. If something looks wrong, "npm run local:reset" begins anew.\n';

/** At the next start after that, or after a power cut. */
export const unfinishedWords =
  'It was not stopped in order: what it answered since its stop before is lost, and parts of its state may be older than others. If something looks wrong, "npm run local:reset" begins anew.\n';

type Interrupts = { on(signal: 'SIGINT', listener: () => void): unknown };

/** One Ctrl-C may come twice: from the terminal, and from tsx, which hands it on when it hears of no answer within 30 ms. */
const ONE_PRESS_MS = 500;

type From = { interrupts: Interrupts; clock: () => number };
const keyboard: From = { interrupts: process, clock: () => performance.now() };

/**
 * Waits for the end of what was asked to end, and says so when that takes longer than a moment. Ctrl-C while it waits
 * first says what it would cost, and then forces.
 */
export const patience = (write: (words: string) => void, { interrupts, clock }: From = keyboard): Waiting => {
  const insisting = new AbortController();
  let isTold = false;
  let pressedAt = -ONE_PRESS_MS;
  const tell = (): void => {
    if (!isTold) write(slowWords);
    isTold = true;
  };
  interrupts.on('SIGINT', () => {
    const isNew = clock() - pressedAt >= ONE_PRESS_MS;
    pressedAt = clock();
    if (!isNew) return;
    if (isTold) insisting.abort();
    else tell();
  });
  return { onSlow: tell, insisted: insisting.signal };
};

const toTerminal = (words: string): void => void process.stdout.write(words);

/** Ends something and tells whoever sits at the terminal. False: it was ended before its time, and that is told too. */
export const endPatiently = async (end: (waiting: Waiting) => Promise<boolean>): Promise<boolean> => {
  const isInOrder = await end(patience(toTerminal));
  if (!isInOrder) toTerminal(lostWords);
  return isInOrder;
};
