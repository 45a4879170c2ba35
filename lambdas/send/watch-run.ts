import type { LateOptOuts } from '../../domain/model/address-opt-outs.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { validUntilOf } from '../../domain/calendar/validity.ts';
import type { Run, RunIn } from '../../domain/model/run.ts';

/** What may change while a chunk is being sent. */
export type Watched = { sending: boolean; optedOut: LateOptOuts };

export type WatchRunPorts = {
  runs: Runs;
  profiles: Profiles;
  clock: Clock;
  /** False: too many bounced or complained, and the run was paused. */
  brake: (run: RunIn<'Sending'>) => Promise<boolean>;
};

/** `version`: of the run as it was handed over; a pause and its end lie between two of them. */
type Look = { runId: string; version: number; at: number; seen: Watched };

/**
 * Run state and late opt-outs, read again when the last look is older than `freshMs`: that bounds how long a pause,
 * a stop or an opt-out takes to be honoured. A look holds for the next chunk of the same run too, unless the run was
 * changed meanwhile: who opts out while it is paused is honoured at once. No look holds longer than the run is valid.
 */
export const watchRuns = (ports: WatchRunPorts, freshMs: number) => {
  let last: Look | undefined;
  const isFresh = ({ id, version }: RunIn<'Sending'>, look: Look): boolean =>
    look.runId === id && look.version === version && ports.clock() - look.at < freshMs;
  return (run: RunIn<'Sending'>): (() => Promise<Watched>) => {
    const { id, version, createdAt, topic } = run;
    // Who asks has just read that it is being sent.
    if (!last?.seen.sending) last = undefined;
    let read: Run | undefined = last && isFresh(run, last) ? undefined : run;
    const until = Date.parse(validUntilOf(run) ?? '');
    const whileValid = (seen: Watched): Watched => (ports.clock() >= until ? { ...seen, sending: false } : seen);
    return async () => {
      if (last && isFresh(run, last)) return whileValid(last.seen);
      const at = ports.clock();
      const [now, optedOut] = await Promise.all([
        read ?? ports.runs.get(id),
        // Not since the end of the preparation: it may have looked at a person an hour before that.
        ports.profiles.optedOutSince(createdAt, new Date(at).toISOString(), topic),
      ]);
      read = undefined;
      const seen = { sending: now?.state === 'Sending' && (await ports.brake(now)), optedOut };
      last = { runId: id, version, at, seen };
      return whileValid(seen);
    };
  };
};
