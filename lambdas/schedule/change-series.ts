import { armNext } from '../../domain/calendar/series-timer.ts';
import { endBarred, type BarPorts } from '../../domain/calendar/end-barred.ts';
import { viewOf } from '../../domain/calendar/series.ts';
import { writeLife } from '../../domain/calendar/write-life.ts';
import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Origin } from '../../domain/model/audit-chain.ts';
import type { SeriesLife } from '../../domain/model/series-life.ts';
import type { SeriesView } from '../../domain/model/series-view.ts';
import { may } from '../../domain/people/authorisation.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { changedLife, type LifeAct } from '../../domain/schedule/change-life.ts';
import type { scheduleRoutes } from '../../domain/schedule/routes.ts';
import { allOf } from '../../domain/values/all-of.ts';

export type SeriesPorts = BarPorts & {
  campaigns: Pick<Campaigns, 'get'>;
  lives: SeriesLives;
  runs: Pick<Runs, 'ofCampaign'>;
  timers: Pick<Timers, 'set' | 'cancel'>;
};

type Request = { params: { id: string }; actor: Actor; origin: Origin };

const factsOf = ({ changed, lastStart, skipped }: SeriesLife): Record<string, string> => ({
  ...(changed?.reason !== undefined && { reason: changed.reason }),
  ...(changed?.act === 'startSkipped' && { start: skipped.at(-1)?.start ?? '' }),
  ...(changed?.act === 'endSet' && lastStart !== undefined && { lastStart }),
});

/** The life of the series is written first: from then on no run of it begins that should not, whatever comes of the rest. */
const change = async (
  ports: SeriesPorts,
  { params, actor, origin }: Request,
  { reason, ...asked }: LifeAct & { reason?: string | undefined },
): Promise<SeriesView> => {
  const at = new Date(ports.clock()).toISOString();
  const by = personOf(actor);
  const mayStart = may(actor, 'control');
  const series = await writeLife(ports, params.id, (known) => changedLife(known, asked, { by, at, mayStart, reason }));
  const { campaign, life } = series;
  const what = life.changed?.act ?? asked.act;
  await allOf([
    ports.audit.append({ at, runId: campaign.id, what, by, facts: factsOf(life), origin }),
    armNext(ports, series, ports.clock()),
    endBarred(ports, { campaignId: campaign.id, life }, { by, origin }),
  ]);
  return viewOf(series, at);
};

type Handler<Operation extends keyof typeof scheduleRoutes> = HttpHandler<(typeof scheduleRoutes)[Operation]>;

/** POST /campaigns/{id}/series/arm */
export const armSeries =
  (ports: SeriesPorts): Handler<'armSeries'> =>
  async (request) =>
    change(ports, request, { act: 'arm', ...request.body });

/** POST /campaigns/{id}/series/pause */
export const pauseSeries =
  (ports: SeriesPorts): Handler<'pauseSeries'> =>
  async (request) =>
    change(ports, request, { act: 'pause', ...request.body });

/** POST /campaigns/{id}/series/resume */
export const resumeSeries =
  (ports: SeriesPorts): Handler<'resumeSeries'> =>
  async (request) =>
    change(ports, request, { act: 'resume', ...request.body });

/** POST /campaigns/{id}/series/skip */
export const skipStart =
  (ports: SeriesPorts): Handler<'skipStart'> =>
  async (request) =>
    change(ports, request, { act: 'skip', ...request.body });

/** POST /campaigns/{id}/series/end */
export const endSeries =
  (ports: SeriesPorts): Handler<'endSeries'> =>
  async (request) => {
    const { date, starts, reason } = request.body;
    if (date !== undefined) return change(ports, request, { act: 'endAfter', after: { date }, reason });
    if (starts !== undefined) return change(ports, request, { act: 'endAfter', after: { starts }, reason });
    return change(ports, request, { act: 'end', reason });
  };

/** GET /campaigns/{id}/series/audit: `npm run audit:verify` proves what it answers. */
export const getSeriesAudit =
  (ports: { campaigns: Pick<Campaigns, 'get'>; audit: Pick<Audit, 'ofRun'> }): Handler<'getSeriesAudit'> =>
  async ({ params }) => {
    const records = await ports.audit.ofRun(params.id);
    // What was done to a campaign outlives it. Of a run, whose history is another one, this is not the place.
    const isOfCampaign = records.at(-1)?.what === 'deleted';
    if (!isOfCampaign) found(await ports.campaigns.get(params.id), 'campaign');
    return records;
  };
