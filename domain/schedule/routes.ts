import type { Route } from '../http/route.ts';
import { AuditRecord } from '../model/audit-chain.ts';
import { RunView } from '../model/run-view.ts';
import { SeriesView } from '../model/series-view.ts';
import { EndRequest, SeriesChangeRequest, SkipRequest } from './api.ts';

const change = { method: 'POST', may: 'prepare', answers: { status: 200, schema: SeriesView } } as const;

export const scheduleRoutes = {
  startRun: {
    operation: 'startRun',
    method: 'POST',
    path: '/campaigns/{id}/runs',
    summary: 'Prepare: start a run now, which asks; of a recurring campaign a run besides its starts',
    may: 'prepare',
    idempotent: true,
    answers: { status: 202, schema: RunView },
  },
  prepareNextStart: {
    operation: 'prepareNextStart',
    method: 'POST',
    path: '/campaigns/{id}/series/prepare',
    summary: 'Prepare the run of the next start of an armed series ahead, which asks now and goes out then',
    may: 'prepare',
    idempotent: true,
    body: SeriesChangeRequest,
    answers: { status: 202, schema: RunView },
  },
  armSeries: {
    ...change,
    operation: 'armSeries',
    path: '/campaigns/{id}/series/arm',
    summary: 'Arm a series: from now on its timer starts its runs; sends nothing',
    body: SeriesChangeRequest,
  },
  pauseSeries: {
    ...change,
    operation: 'pauseSeries',
    path: '/campaigns/{id}/series/pause',
    summary: 'Pause a series: no run starts, and those of its starts that have not begun to go out are stopped',
    body: SeriesChangeRequest,
  },
  resumeSeries: {
    ...change,
    operation: 'resumeSeries',
    path: '/campaigns/{id}/series/resume',
    summary: 'Resume a series with its next start; what passed in the pause is not made up for',
    body: SeriesChangeRequest,
  },
  skipStart: {
    ...change,
    operation: 'skipStart',
    path: '/campaigns/{id}/series/skip',
    summary: 'Leave out the next start of a series',
    body: SkipRequest,
  },
  endSeries: {
    ...change,
    operation: 'endSeries',
    path: '/campaigns/{id}/series/end',
    summary: 'End a series now, after a date or after so many starts',
    body: EndRequest,
  },
  getSeriesAudit: {
    operation: 'getSeriesAudit',
    method: 'GET',
    path: '/campaigns/{id}/series/audit',
    summary: 'Who did what to a series, hash-chained, as JSON lines; `runId` is the id of its campaign',
    may: 'look',
    answers: { status: 200, lines: AuditRecord },
  },
} as const satisfies Record<string, Route>;
