import type { Figures } from '../../domain/model/figures.ts';
import type { ChunkTally } from '../../domain/model/ledger.ts';
import type { KpiView } from '../../domain/kpi/api.ts';
import { found } from '../../domain/http/find.ts';
import type { kpiRoutes } from '../../domain/kpi/routes.ts';
import { usualOf } from '../../domain/kpi/sum.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { variantFigures, waveFigures } from '../../domain/kpi/part-figures.ts';
import { underwayOf } from '../../domain/kpi/progress.ts';
import { isWaiting } from '../../domain/model/waves.ts';
import type { Run } from '../../domain/model/run.ts';
import { hasEnded } from '../../domain/model/run-end.ts';
import { gather, type GatherPorts } from './gather-figures.ts';

export type KpiPorts = GatherPorts & { runs: Runs };

const HOUR_MS = 3_600_000;
/** A week of hourly snapshots. */
const SERIES = 168;

const perSecond = (run: Run, figures: Figures, now: number): number => {
  if (run.state !== 'Sending' || isWaiting(run.wave, new Date(now).toISOString())) return 0;
  const seconds = Math.max(1, (now - Date.parse(run.sendingStartedAt)) / 1000);
  return Math.round((figures.sent.count / seconds) * 10) / 10;
};

/** Runs that say what is usual. */
const EARLIER = 5;
/** Runs that are looked at to find them: some were stopped, expired or skipped. */
const LOOKED_AT = 20;

const usual = async (ports: KpiPorts, run: Run) => {
  if (!hasEnded(run)) return null;
  const { items: runs } = await ports.runs.listOfCampaign(run.campaignId, LOOKED_AT);
  const earlier = runs.filter(({ id, state, createdAt }) => {
    return id !== run.id && state === 'Finished' && createdAt < run.createdAt;
  });
  const figures = await Promise.all(earlier.slice(0, EARLIER).map(async ({ id }) => ports.kpis.latest(id)));
  return usualOf(figures.filter((known) => known !== undefined)) ?? null;
};

const preparedParts = (run: Run) => {
  const { waves = [], variants = [] } = ('preparation' in run ? run.preparation : undefined) ?? {};
  return { waves, variants };
};

const isInParts = (run: Run): boolean => Object.values(preparedParts(run)).some((parts) => parts.length > 0);

/** What each part of a run came to. */
const partsOf = async (
  { kpis }: KpiPorts,
  run: Run,
  tallies: readonly ChunkTally[],
): Promise<Pick<KpiView, 'waves' | 'variants'>> => {
  const { waves, variants } = preparedParts(run);
  const breakdown = isInParts(run) ? await kpis.breakdown(run.id) : undefined;
  return {
    waves: waveFigures(waves, tallies, breakdown?.waves ?? []),
    variants: variantFigures(variants, tallies, breakdown?.variants ?? []),
  };
};

const OLD_MS = 2 * HOUR_MS;

/** Old figures of a run of which nothing was heard since are as good as new; but not when nobody looks any more. */
const isStale = async (ports: KpiPorts, now: number): Promise<boolean> => {
  const last = await ports.kpis.lastHour();
  return last !== undefined && now - Date.parse(last) > OLD_MS;
};

/** GET /runs/{id}/kpis: live until the run has ended, then as last published. */
export const getKpis =
  (ports: KpiPorts): HttpHandler<typeof kpiRoutes.getKpis> =>
  async ({ params }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    const now = ports.clock();
    const published = hasEnded(run) ? await ports.kpis.latest(run.id) : undefined;
    const isCurrent = published?.state === run.state;
    const { figures, tallies } =
      published && isCurrent
        ? { figures: published, tallies: isInParts(run) ? await ports.ledger.tallies(run.id) : [] }
        : await gather(ports, run);
    const series = (await ports.kpis.series(run.id)).slice(-SERIES);
    return {
      figures,
      nextAt: new Date((Math.floor(now / HOUR_MS) + 1) * HOUR_MS).toISOString(),
      live: !isCurrent,
      stale: isCurrent && (await isStale(ports, now)),
      series: series.map(({ asOf, delivered, opened, openedByHuman, clicked }) => ({
        at: asOf,
        delivered: delivered.count,
        opened: opened.count,
        openedByHuman: openedByHuman.count,
        clicked: clicked.count,
      })),
      usual: await usual(ports, run),
      ...(await partsOf(ports, run, tallies)),
      perSecond: perSecond(run, figures, now),
      underway: hasEnded(run) ? null : underwayOf(run.state, figures.toDeliver, tallies),
    };
  };
