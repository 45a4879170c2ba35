import { found } from '../../domain/http/find.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { launched, launchOf, type Launch } from '../../domain/schedule/launch.ts';
import { newRun, refuseImpossible } from '../../domain/schedule/new-run.ts';
import { refuseArchived } from '../../domain/model/archived.ts';
import type { CampaignSettings } from '../../domain/model/campaign.ts';
import { barOfStart, type SeriesLife } from '../../domain/model/series-life.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import { armNext } from '../../domain/calendar/series-timer.ts';
import type { BegunRuns, LastBegun } from '../../domain/schedule/ports/begun-runs.ts';
import type { scheduleRoutes } from '../../domain/schedule/routes.ts';
import { isPending, isRunOf, lifeOf, nextStartOf, stateOf } from '../../domain/calendar/series.ts';
import { Problem } from '../../domain/http/problem.ts';
import { isReleased } from '../../domain/model/release.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { tellRunOut } from './tell-run-out.ts';
import { hasEnded, type Run } from '../../domain/model/run.ts';
import type { RunView } from '../../domain/model/run-view.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { transition } from '../../domain/model/transition.ts';

export type StartPorts = {
  campaigns: Pick<Campaigns, 'get'>;
  runs: Pick<Runs, 'get' | 'ofCampaign' | 'openOfCampaign' | 'create'>;
  begun: BegunRuns;
  lives: Pick<SeriesLives, 'get'>;
  machine: Pick<Machine, 'start'>;
  clock: Clock;
  newId: () => string;
};

/** More than can begin runs of one campaign at once: people who press "Prepare", and its timer. */
const MAX_TURNS = 8;

type BeginPorts = Pick<StartPorts, 'runs' | 'begun' | 'lives'>;

/** A campaign and its series as they were when a start was decided. */
type Known = { runs: readonly Run[]; life: SeriesLife };

/**
 * The one that was begun last as it is now, those that have not ended, and the latest by the index, which may lag. What
 * has not ended may be older than all of the latest: starts that met it were skipped.
 */
const knownRuns = async ({ runs }: BeginPorts, campaignId: string, { run }: LastBegun): Promise<Run[]> => {
  const [open, latest] = [await runs.openOfCampaign(campaignId), await runs.ofCampaign(campaignId, 50)];
  const known = new Map([...latest, ...open, ...(run ? [run] : [])].map((one) => [one.id, one]));
  return [...known.values()];
};

/**
 * Begins what `decide` makes of the campaign's runs and of its series, and decides anew when another run was begun, or
 * somebody paused, ended or skipped, between the look and the write. Answers the run, also one that was there; undefined
 * when nothing is to begin.
 */
const begin = async <T extends Run | undefined>(
  ports: BeginPorts,
  campaign: CampaignSettings,
  decide: (known: Known) => T,
): Promise<Run | T> => {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const life = await lifeOf(ports, campaign);
    const last = await ports.begun.last(campaign.id);
    const run = decide({ runs: await knownRuns(ports, campaign.id, last), life });
    if (!run) return run;
    const seen = { after: last.id, ...(run.start !== undefined && { life: life.revision }) };
    // One that was skipped is over: it takes no place.
    if (await (hasEnded(run) ? ports.runs.create(run) : ports.begun.begin(run, seen))) return run;
    const known = await ports.runs.get(run.id);
    if (known) return known;
  }
  throw new Problem('busy', 'Other runs of this campaign are just beginning.', 'Try again in a moment.');
};

const refuseUnderway = (runs: readonly Run[], now: string): void => {
  const pending = runs.find((one) => isPending(one, now));
  if (!pending) return;
  throw new Problem('conflict', `A run of this campaign is ${pending.state}.`, 'Wait for its end, or stop it first.', {
    cause: 'runUnderway',
    state: pending.state,
    runId: pending.id,
  });
};

type Asked = { params: { id: string }; actor: Actor };

/** Begins a run that somebody asks for. `startFor`: of the start that it answers; undefined: besides. */
const beginByHand = async (
  ports: StartPorts,
  { params, actor }: Asked,
  startFor: (series: { campaign: CampaignSettings; life: SeriesLife }, now: string) => string | undefined,
): Promise<RunView> => {
  const campaign = found(await ports.campaigns.get(params.id), 'campaign');
  const now = new Date(ports.clock()).toISOString();
  const id = ports.newId();
  const run = await begin(ports, campaign, ({ runs, life }) => {
    refuseArchived(campaign);
    refuseUnderway(runs, now);
    refuseImpossible(campaign);
    return newRun({ id, campaign, requestedBy: personOf(actor), now, start: startFor({ campaign, life }, now) });
  });
  await ports.machine.start(id, id);
  return showRun(run, actor);
};

/** POST /campaigns/{id}/runs: prepares a run now, which asks whatever its series does, and is one besides its starts. */
export const startRun =
  (ports: StartPorts): HttpHandler<typeof scheduleRoutes.startRun> =>
  async (request) =>
    beginByHand(ports, request, (series, now) => {
      // Refuses a series that is over.
      if (series.campaign.schedule.mode === 'recurring') nextStartOf(series, now);
      return undefined;
    });

/** POST /campaigns/{id}/series/prepare: so that the next start can be confirmed before its time; its timer makes no other run. */
export const prepareNextStart =
  (ports: StartPorts): HttpHandler<typeof scheduleRoutes.prepareNextStart> =>
  async (request) =>
    beginByHand(ports, request, (series, now) => {
      const state = stateOf(series, now);
      if (state === 'armed') return nextStartOf(series, now);
      throw new Problem('wrong-state', `A series that is ${state} has no next start.`, 'Arm or resume it first.', {
        cause: 'seriesNotInThisState',
        seriesState: state,
      });
    });

type Series = { campaign: CampaignSettings; life: SeriesLife };

type LaunchPorts = Omit<StartPorts, 'newId' | 'lives'> & {
  lives: SeriesLives;
  timers: Timers;
  audit: Pick<Audit, 'append'>;
  derivedId: (at: string, seed: string) => string;
  reportMissed: (missed: { campaignId: string; first: string; count: number }) => void;
};

/** A run that was there already may have been left without its execution; one that has it is not started twice. */
const startMachine = async ({ machine }: Pick<StartPorts, 'machine'>, run: Run | undefined): Promise<void> => {
  if (run && !hasEnded(run)) await machine.start(run.id, run.id);
};

/**
 * Of starts that were missed one run is kept, which never goes out. A repeated call finds it, or the run that the start had.
 * They are told of first: a call that dies and is repeated tells of them twice rather than not at all.
 */
const keepMissed = async (
  ports: LaunchPorts,
  { campaign }: Series,
  { first, count }: NonNullable<Launch['missed']>,
): Promise<void> => {
  const at = new Date(ports.clock()).toISOString();
  const id = ports.derivedId(first, campaign.id);
  const latest = await ports.runs.ofCampaign(campaign.id, 50);
  if (latest.some((run) => run.id !== id && isRunOf(run, first, at))) return;
  const known = await ports.runs.get(id);
  if (known) return startMachine(ports, known);
  ports.reportMissed({ campaignId: campaign.id, first, count });
  const run = newRun({ id, campaign, requestedBy: campaign.updatedBy, now: at, start: first });
  const missed = transition({ ...run, missedStarts: count }, { type: 'skipped', at, cause: 'missed' });
  if (!(await ports.runs.create(missed))) return;
  await ports.audit.append({ at, runId: campaign.id, what: 'startsMissed', by: null, facts: { start: first, count } });
};

const beginStart = async (ports: LaunchPorts, campaign: CampaignSettings, due: NonNullable<Launch['start']>) => {
  const id = ports.derivedId(due.at, campaign.id);
  const now = new Date(ports.clock()).toISOString();
  // A timer that is early judges what is under way as it is at the start: a question that ends with it is over.
  const start = now > due.at ? now : due.at;
  return begin(ports, campaign, ({ runs, life }) => {
    if (barOfStart(life, due.at) !== undefined) return undefined;
    if (runs.some((one) => one.id !== id && isRunOf(one, due.at, start))) return undefined;
    const isUnasked = isReleased(campaign, runs, life);
    const own = { id, campaign, requestedBy: campaign.updatedBy, now, start: due.at, isReleased: isUnasked };
    const launching = launched(newRun(own), due);
    const isHeldUp = runs.some((run) => isPending(run, start));
    return isHeldUp ? transition(launching, { type: 'skipped', at: now, cause: 'earlierRunPending' }) : launching;
  });
};

/**
 * The timer of a recurring campaign. The run's id follows from the start, so a timer that fires twice
 * makes one run. A run whose predecessor has not ended is recorded as skipped, and so are starts that were missed:
 * a call that comes hours late, or is repeated by hand, never sends what is over, and sets the timer to a time to come.
 * A start that was prepared ahead needs no other run, and a series that is not armed starts none.
 */
export const launchRun =
  (ports: LaunchPorts) =>
  async ({ campaignId, occurrence }: { campaignId: string; occurrence: string }): Promise<void> => {
    const campaign = await ports.campaigns.get(campaignId);
    if (campaign?.schedule.mode !== 'recurring') return;
    const series = { campaign, life: await lifeOf(ports, campaign) };
    const { start, missed, armAfter } = launchOf(series, new Date(occurrence).toISOString(), ports.clock());
    await armNext(ports, series, armAfter);
    if (missed) await keepMissed(ports, series, missed);
    await startMachine(ports, start && (await beginStart(ports, campaign, start)));
    await tellRunOut(ports, campaignId, new Date(occurrence).toISOString());
  };
