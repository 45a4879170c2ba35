import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Run, RunIn } from '../../domain/run.ts';

/** What may change while a chunk is being sent. */
export type Watched = { sending: boolean; optedOut: ReadonlySet<string> };

export type WatchRunPorts = {
  runs: Runs;
  profiles: Profiles;
  clock: Clock;
  /** False: too many bounced or complained, and the run was paused. */
  brake: (run: RunIn<'Sending'>) => Promise<boolean>;
};

type Look = { runId: string; preparedAt: string; at: number; seen: Watched };

/**
 * Run state and late opt-outs, read again when the last look is older than `freshMs`: that bounds how long a pause,
 * a stop or an opt-out takes to be honoured. A look holds for the next chunk of the same run too.
 */
export const watchRuns = (ports: WatchRunPorts, freshMs: number) => {
  let last: Look | undefined;
  const isFresh = ({ id, preparation }: RunIn<'Sending'>, look: Look): boolean =>
    look.runId === id && look.preparedAt === preparation.preparedAt && ports.clock() - look.at < freshMs;
  return (run: RunIn<'Sending'>): (() => Promise<Watched>) => {
    const { id, preparation } = run;
    const { preparedAt } = preparation;
    // Who asks has just read that it is being sent.
    if (!last?.seen.sending) last = undefined;
    let read: Run | undefined = last && isFresh(run, last) ? undefined : run;
    return async () => {
      if (last && isFresh(run, last)) return last.seen;
      const at = ports.clock();
      const [now, optedOut] = await Promise.all([
        read ?? ports.runs.get(id),
        ports.profiles.optedOutSince(preparedAt, new Date(at).toISOString()),
      ]);
      read = undefined;
      const seen = { sending: now?.state === 'Sending' && (await ports.brake(now)), optedOut };
      last = { runId: id, preparedAt, at, seen };
      return seen;
    };
  };
};
