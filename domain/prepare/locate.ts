import type { Run } from '../model/run.ts';
import type { Position } from '../model/steps.ts';

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
      return 'send';
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
