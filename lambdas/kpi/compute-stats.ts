import { found } from '../../domain/http/find.ts';
import type { RecountUnderway, StatsReport } from '../../domain/kpi/api.ts';
import { begun, isAbandoned, reportOf, viewOf } from '../../domain/kpi/recount.ts';
import type { kpiRoutes } from '../../domain/kpi/routes.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { Recount, RecountIn } from '../../domain/model/recount.ts';
import type { HttpHandler, HttpRequest } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import { refuseEndedRows } from '../../domain/model/row-life.ts';
import { countSlice, type CountPorts } from './count-slice.ts';
import { gatherFigures } from './gather-figures.ts';
import { continueRecount, type ContinueRecountPorts } from './continue-recount.ts';

export type StatsPorts = CountPorts & ContinueRecountPorts & { runs: Runs };

/** People wait so long gladly; what is larger goes on by itself. */
const ANSWER_MS = 5000;

type Asked = Pick<HttpRequest<typeof kpiRoutes.computeStats>, 'origin'> & { actor: Actor };

const isUnderway = (recount: Recount): recount is RecountIn<'counting' | 'mended'> =>
  recount.state === 'counting' || recount.state === 'mended';

/** A new recount, saved; undefined when somebody else began one in the same moment. */
const begin = async (ports: StatsPorts, run: Run, { actor, origin }: Asked, known: Recount | undefined) => {
  const askedAt = new Date(ports.clock()).toISOString();
  const before = await gatherFigures(ports, run);
  const base = await ports.kpis.counters(run.id);
  const chunks = 'preparation' in run ? (run.preparation?.chunks ?? 0) : 0;
  const asked = begun({ runId: run.id, askedBy: personOf(actor), origin, askedAt, chunks, before, base }, known);
  return (await ports.recounts.replace(asked)) ? asked : undefined;
};

const later =
  'Nothing was changed. Compute the stats again when less is going on; the books are checked every hour all the same.';

const gaveUp = (why: RecountIn<'gaveUp'>['why']): Problem =>
  why === 'busy'
    ? new Problem('busy', 'Events are arriving faster than they can be counted.', later, {
        cause: 'eventsTooFast',
        why,
      })
    : new Problem('busy', 'The count took too long and was given up.', later, { cause: 'countTookTooLong', why });

/** @throws Problem `busy` when it gave up, `conflict` when nothing is under way after all */
const current = async (ports: StatsPorts, runId: string): Promise<StatsReport | RecountUnderway> => {
  const recount = await ports.recounts.get(runId);
  if (recount?.state === 'done') return reportOf(recount);
  if (recount?.state === 'gaveUp') throw gaveUp(recount.why);
  const view = viewOf(recount, ports.clock());
  if (view.state === 'counting') return view;
  throw new Problem('conflict', 'Nobody is counting this run.', 'Compute the stats again.', { cause: 'runNotCounted' });
};

/** What to count on with: the one that was abandoned, or a new one; undefined when another call is at it. */
const openRecount = async (ports: StatsPorts, run: Run, asked: Asked): Promise<Recount | undefined> => {
  const known = await ports.recounts.get(run.id);
  if (!known || !isUnderway(known)) return begin(ports, run, asked, known);
  return isAbandoned(known, ports.clock()) ? known : undefined;
};

/**
 * POST /runs/{id}/stats: recounts from the rows, mends the counters, publishes, and says what differed. Within the
 * answer when that suffices; otherwise it goes on by itself and the answer says how far it is. Who asks while one
 * is under way gets that one; an abandoned one is continued.
 */
export const computeStats =
  (ports: StatsPorts): HttpHandler<typeof kpiRoutes.computeStats> =>
  async ({ params, actor, origin }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    refuseEndedRows(run, ports.clock());
    const recount = await openRecount(ports, run, { actor, origin });
    const until = ports.clock() + ANSWER_MS;
    const counted = recount && (await countSlice(ports, run, { recount, until }));
    if (counted?.state === 'counting') await continueRecount(ports, counted);
    return current(ports, run.id);
  };

/** GET /runs/{id}/stats */
export const getRecount =
  (ports: StatsPorts): HttpHandler<typeof kpiRoutes.getRecount> =>
  async ({ params }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    return viewOf(await ports.recounts.get(run.id), ports.clock());
  };
