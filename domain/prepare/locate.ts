import { validUntilOf } from '../calendar/validity.ts';
import { chunkListKey } from '../model/manifest.ts';
import type { Run } from '../model/run.ts';
import { isWaiting } from '../model/waves.ts';
import type { Position } from '../model/steps.ts';

/** Which wave is being sent, or is next; undefined: there are none. */
const waveNumberOf = (run: Run): number | undefined => {
  const waves = 'preparation' in run ? run.preparation?.waves : undefined;
  return waves && ('wave' in run ? (run.wave?.number ?? 0) : 0);
};

/** Where the numbers of the chunks lie that may go now; empty: nothing is prepared. */
export const chunkListOf = (run: Run): string => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  return preparation ? chunkListKey(preparation.prefix, waveNumberOf(run)) : '';
};

/** The instant until which a run waits that waits for one: of its start, or of its next wave. No longer than it is valid. */
export const waitsUntil = (run: Run, now: string): string => {
  if (run.state === 'Scheduled') return run.startAt;
  if (run.state !== 'Sending' || !run.wave || !isWaiting(run.wave, now)) return now;
  const until = validUntilOf(run);
  return until !== undefined && until < run.wave.notBefore ? until : run.wave.notBefore;
};

/** The stage at which a machine takes a run up, whatever happened to the machine before it. */
export const locate = (run: Run, now: string): Position => {
  switch (run.state) {
    case 'Preparing':
      return 'prepare';
    case 'AwaitingConfirmation':
      return 'confirm';
    case 'Scheduled':
      return run.startAt > now ? 'wait' : 'send';
    case 'Sending':
      return isWaiting(run.wave, now) ? 'wait' : 'send';
    case 'Paused':
      return 'resume';
    case 'PreparationFailed':
    case 'Finished':
    case 'Stopped':
    case 'Rejected':
    case 'Expired':
    case 'Skipped':
      return 'ended';
  }
};
