import type { Run } from './run.ts';
import type { RunView } from './run-view.ts';

/** When, why and by whom a run came to its present end or pause. */
export const endingOf = (run: Run): Pick<RunView, 'endedAt' | 'endCause' | 'endReason' | 'endedBy'> => {
  switch (run.state) {
    case 'Finished':
      return { endedAt: run.finishedAt, endCause: null, endedBy: null };
    case 'Stopped':
      return { endedAt: run.stoppedAt, endCause: run.cause, endedBy: run.stoppedBy };
    case 'Skipped':
      return { endedAt: run.skippedAt, endCause: run.cause, endedBy: null };
    case 'Expired':
      return { endedAt: run.expiredAt, endCause: null, endedBy: null };
    case 'Rejected':
      return { endedAt: run.decision.at, endCause: run.decision.reason ?? null, endedBy: run.decision.by };
    case 'PreparationFailed':
      return { endedAt: run.failedAt, endCause: null, endedBy: null };
    case 'Paused':
      return {
        endedAt: null,
        endCause: run.pauseCause ?? null,
        ...(run.pauseReason !== undefined && { endReason: run.pauseReason }),
        endedBy: run.pausedBy,
      };
    case 'Preparing':
    case 'AwaitingConfirmation':
    case 'Scheduled':
    case 'Sending':
      return { endedAt: null, endCause: null, endedBy: null };
  }
};
