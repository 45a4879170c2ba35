import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Series } from '../../domain/schedule/ports/series.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { refuseImpossible } from '../../domain/schedule/new-run.ts';
import { firstLost } from '../../domain/schedule/launch.ts';
import type { Occurrence } from '../../domain/calendar/occurrence-id.ts';
import { isSinceKnown, lifeOf } from '../../domain/calendar/series.ts';
import type { CampaignSettings } from '../../domain/model/campaign.ts';
import type { SeriesLife } from '../../domain/model/series-life.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import { found } from '../../domain/http/find.ts';
import { leadOf } from '../../domain/calendar/recipient-time.ts';
import { armNext, isTimerOf, launchTimer, nextLaunch, setTimer } from '../../domain/calendar/series-timer.ts';

const RUNS_LOOKED_AT = 50;

type Timed = Parameters<typeof isTimerOf>[0];

/** What could not be put back. `id`: of the run or the campaign; `-` for what concerns all of them. */
export type NotPutBack = { kind: 'runs' | 'run' | 'unlisted' | 'campaigns' | 'campaign' | 'import'; id: string };

/** ISO 8601: from when to when. */
export type MovedTimer = { campaignId: string; from: string; to: string };

export type RearmPorts = {
  clock: Clock;
  /** Gives up imports whose Lambda died, and settles those that count; answers how many failed. */
  endImports: () => Promise<number>;
  campaigns: Pick<Campaigns, 'get'>;
  series: Series;
  lives: SeriesLives;
  runs: Pick<Runs, 'ofCampaign' | 'open'>;
  machine: Machine;
  timers: Pick<Timers, 'waitingFor' | 'set' | 'cancel'>;
  newId: () => string;
  report: (what: NotPutBack, error: unknown) => void;
  /** A timer stood at another time than its series starts. */
  reportMoved: (timer: MovedTimer) => void;
};

/** That a series of an earlier version is armed shows in its latest runs: it is kept before runs besides its starts hide it. */
const keptLife = async (ports: RearmPorts, campaign: CampaignSettings): Promise<SeriesLife> => {
  const life = await lifeOf(ports, campaign);
  if (life.state !== 'armed' || life.revision > 0) return life;
  const kept = { ...life, revision: 1 };
  return (await ports.lives.replace(campaign.id, kept)) ? kept : lifeOf(ports, campaign);
};

/** The first start that passed without a run, because its timer never came. */
const lostStart = async (ports: RearmPorts, series: Timed, now: number): Promise<Occurrence | undefined> => {
  const { campaign, life } = series;
  if (life.state !== 'armed' || !isSinceKnown(life)) return undefined;
  const runs = await ports.runs.ofCampaign(campaign.id, RUNS_LOOKED_AT);
  return firstLost(series, runs, { after: life.since, until: now + leadOf(campaign.schedule) });
};

/**
 * A timer that says something else than the campaign's schedule was left by an edit that broke off, or was set by rules of
 * the time zone that have changed since; one of a series that is not armed, by a pause or an end. False: it is right.
 */
const rearmCampaign = async (ports: RearmPorts, id: string): Promise<boolean> => {
  const campaign = found(await ports.campaigns.get(id), 'campaign');
  const series = { campaign, life: await keptLife(ports, campaign) };
  if (series.life.state === 'armed') refuseImpossible(campaign);
  const now = ports.clock();
  const from = await ports.timers.waitingFor(launchTimer(id));
  if (isTimerOf(series, from, now)) return false;
  const lost = await lostStart(ports, series, now);
  // It fires at once, and whoever it calls decides what becomes of a start that is late.
  if (lost === undefined) await armNext(ports, series, now + leadOf(campaign.schedule));
  else await setTimer(ports.timers, campaign, lost);
  const to = nextLaunch(series, now);
  const isMoved = series.life.state === 'armed' && lost === undefined;
  if (isMoved && from !== undefined && to !== undefined) ports.reportMoved({ campaignId: id, from, to });
  return true;
};

const listCampaign = async (ports: RearmPorts, id: string): Promise<boolean> => {
  await ports.series.list(id);
  return true;
};

const rearmRun = async (ports: RearmPorts, id: string): Promise<boolean> => {
  await ports.machine.start(`${id}-${ports.newId()}`, id);
  return true;
};

/** Open first: an execution that ends between the two looks has ended its run too, and a new one finds nothing to do. */
const lostRuns = async (ports: RearmPorts): Promise<string[]> => {
  const open = await ports.runs.open();
  const running = await ports.machine.running();
  return open.filter((runId) => !running.has(runId));
};

/** Each by itself: what fails is reported and counted, and stops nothing else. */
class Attempts {
  failed = 0;
  private readonly report: RearmPorts['report'];

  constructor({ report }: RearmPorts) {
    this.report = report;
  }

  async at<T>(what: NotPutBack, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.failed += 1;
      this.report(what, error);
      return undefined;
    }
  }

  /** How many of them needed it. */
  async each(
    kind: 'run' | 'unlisted' | 'campaign',
    ids: string[],
    work: (id: string) => Promise<boolean>,
  ): Promise<number> {
    let done = 0;
    for (const id of ids) if (await this.at({ kind, id }, async () => work(id))) done += 1;
    return done;
  }
}

/**
 * Every hour, and after each start of the local AWS, which forgets running executions: an open run without an
 * execution gets a new one, which asks the run and goes straight to its gate, its wait or the chunks that are
 * left; a recurring campaign without a timer, or with one that is not its schedule's, gets its next one; an import
 * whose Lambda died is given up, or settled if it counts; a campaign that lists do not know yet gets its entry there.
 * What is there is left alone.
 */
export const rearmRuns = (ports: RearmPorts) => async (): Promise<{ runs: number; timers: number; failed: number }> => {
  const attempts = new Attempts(ports);
  const lost = (await attempts.at({ kind: 'runs', id: '-' }, async () => lostRuns(ports))) ?? [];
  const runs = await attempts.each('run', lost, async (id) => rearmRun(ports, id));
  const unlisted = (await attempts.at({ kind: 'campaigns', id: '-' }, async () => ports.series.unlisted())) ?? [];
  await attempts.each('unlisted', unlisted, async (id) => listCampaign(ports, id));
  const series = (await attempts.at({ kind: 'campaigns', id: '-' }, async () => ports.series.ids())) ?? [];
  const timers = await attempts.each('campaign', series, async (id) => rearmCampaign(ports, id));
  // Last: an import takes the time that it takes.
  await attempts.at({ kind: 'import', id: '-' }, async () => {
    attempts.failed += await ports.endImports();
  });
  return { runs, timers, failed: attempts.failed };
};
