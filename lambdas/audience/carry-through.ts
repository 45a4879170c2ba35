import { silenceOf, type PendingImport } from '../../domain/model/profile-import.ts';
import { TakenOver, writeImport, type ImportPorts, type Written } from './write-import.ts';

/** Tries that an import gets, those of Lambdas that died included. */
const MAX_TRIES = 3;

/** Several times as long as a writer is silent: nobody else is writing any more. */
const LOST_AFTER_MS = 60_000;

/** `takenOver`: somebody else goes on with it, or has ended it. */
type Outcome = Written & { outcome: 'done' | 'givenUp' | 'takenOver' };

const now = ({ clock }: ImportPorts): string => new Date(clock()).toISOString();

/** What stands in the way of one import must not stand in the way of all others. */
const giveUp = async (ports: ImportPorts, pending: PendingImport, written: number | null): Promise<void> => {
  const { list, rows, importedAt } = pending;
  await ports.lists.giveUp(pending, { list, rows, importedAt, givenUpAt: now(ports), written });
};

/** Writes an import that has begun, again if that fails, until it is written or given up. */
export const carryThrough = async (ports: ImportPorts, begun: PendingImport): Promise<Outcome> => {
  let pending = begun;
  for (;;) {
    const result = await writeImport(ports, pending);
    if (!('failure' in result)) return { ...result, outcome: 'done' };
    ports.reportFailure(pending.id, result.failure);
    if (result.failure instanceof TakenOver) return { ...result, outcome: 'takenOver' };
    if (pending.tries >= MAX_TRIES) {
      await giveUp(ports, result.pending, result.written);
      return { ...result, outcome: 'givenUp' };
    }
    const again = await ports.lists.tryAgain(result.pending, now(ports));
    if (!again) return { ...result, outcome: 'takenOver' };
    pending = again;
  }
};

/** Ends an import whose Lambda died: carries it through, or gives it up. False: one is being written at this moment. */
export const endLostImport = async (ports: ImportPorts): Promise<boolean> => {
  const pending = await ports.lists.pending();
  if (!pending) return true;
  if (silenceOf(pending, ports.clock()) < LOST_AFTER_MS) return false;
  if (pending.tries >= MAX_TRIES) {
    await giveUp(ports, pending, null);
    return true;
  }
  const again = await ports.lists.tryAgain(pending, now(ports));
  if (!again) return false;
  await carryThrough(ports, again);
  return true;
};

/** A preparation waits for nobody else to end an import whose Lambda died: it would wait for an hour. */
export const afterLostImport =
  <Input, Answer>(ports: ImportPorts, prepare: (input: Input, timeLeft: () => number) => Promise<Answer>) =>
  async (input: Input, timeLeft: () => number): Promise<Answer> => {
    await endLostImport(ports);
    return prepare(input, timeLeft);
  };
