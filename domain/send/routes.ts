import type { Route } from '../http/route.ts';
import { AbChoice, ControlReport } from './api.ts';

export const sendRoutes = {
  pauseRun: {
    operation: 'pauseRun',
    method: 'POST',
    path: '/runs/{id}/pause',
    summary: 'Pause a run that is being sent; it can be resumed',
    may: 'control',
    answers: { status: 200, schema: ControlReport },
  },
  resumeRun: {
    operation: 'resumeRun',
    method: 'POST',
    path: '/runs/{id}/resume',
    summary: 'Resume a paused run; nobody gets it twice',
    may: 'control',
    answers: { status: 200, schema: ControlReport },
  },
  stopRun: {
    operation: 'stopRun',
    method: 'POST',
    path: '/runs/{id}/stop',
    summary: 'Stop a run for good, in any state before its end',
    may: 'stop',
    answers: { status: 200, schema: ControlReport },
  },
  chooseWinner: {
    operation: 'chooseWinner',
    method: 'POST',
    path: '/runs/{id}/ab-test',
    summary: 'Decide a test while it waits for its hours: everybody else gets this content, at once',
    may: 'control',
    body: AbChoice,
    answers: { status: 200, schema: ControlReport },
  },
} as const satisfies Record<string, Route>;
