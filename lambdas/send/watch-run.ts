import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Run, RunIn } from '../../domain/run.ts';

/** What may change while a chunk is being sent. */
export type Watched = { sending: boolean; optedOut: ReadonlySet<string> };

/**
 * Run state and late opt-outs, read again when the last look is older than `freshMs`: that bounds how
 * long a pause, a stop or an opt-out takes to be honoured.
 */
export const watchRun = (
  ports: { runs: Runs; profiles: Profiles; clock: Clock; brake: (run: RunIn<'Sending'>) => Promise<boolean> },
  watched: { run: RunIn<'Sending'>; freshMs: number },
): (() => Promise<Watched>) => {
  const { id, preparation } = watched.run;
  let last: { at: number; seen: Watched } | undefined;
  /** Whoever asks has just read the run: the first look needs no second reading. */
  let read: Run | undefined = watched.run;
  return async () => {
    if (last && ports.clock() - last.at < watched.freshMs) return last.seen;
    const at = ports.clock();
    const [run, optedOut] = await Promise.all([
      read ?? ports.runs.get(id),
      ports.profiles.optedOutSince(preparation.preparedAt, new Date(at).toISOString()),
    ]);
    read = undefined;
    last = { at, seen: { sending: run?.state === 'Sending' && (await ports.brake(run)), optedOut } };
    return last.seen;
  };
};
