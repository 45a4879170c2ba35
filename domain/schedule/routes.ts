import type { Route } from '../http/route.ts';
import { RunView } from '../model/run-view.ts';

export const scheduleRoutes = {
  startRun: {
    operation: 'startRun',
    method: 'POST',
    path: '/campaigns/{id}/runs',
    summary: 'Prepare: start a run now; of a recurring campaign this also arms the starts to come',
    may: 'prepare',
    answers: { status: 202, schema: RunView },
  },
} as const satisfies Record<string, Route>;
