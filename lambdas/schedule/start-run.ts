import { found } from '../../domain/http/find.ts';
import { personOf } from '../../domain/people/people.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { launched, launchOf, type Launch } from '../../domain/schedule/launch.ts';
import { newRun, refuseImpossible } from '../../domain/schedule/new-run.ts';
import { armNext } from '../../domain/calendar/series-timer.ts';
import type { BegunRuns, LastBegun } from '../../domain/schedule/ports/begun-runs.ts';
import type { scheduleRoutes } from '../../domain/schedule/routes.ts';
import { firstStartOf, isPending, isRunOf } from '../../domain/calendar/series.ts';
import { Problem } from '../../domain/http/problem.ts';
import { isReleased } from '../../domain/model/release.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { hasEnded, type Run, type SkipCause } from '../../domain/model/run.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { transition } from '../../domain/model/transition.ts';

export type StartPorts = {
  campaigns: Pick<Campaigns, 'get'>;
  runs: Pick<Runs, 'get' | 'ofCampaign' | 'openOfCampaign' | 'create'>;
  begun: BegunRuns;
  machine: Pick<Machine, 'start'>;
  timers: Timers;
  clock: Clock;
  newId: () => string;
};

/** More than can begin runs of one campaign at once: people who press "Prepare", and its timer. */
const MAX_TURNS = 8;

type BeginPorts = Pick<StartPorts, 'runs' | 'begun'>;

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
 * Begins what `decide` makes of the campaign's runs, and decides anew when another run was begun between the look and
 * the write. Answers the run, also one that was there; undefined when nothing is to begin.
 */
const begin = async <T extends Run | undefined>(
  ports: BeginPorts,
  campaignId: string,
  decide: (runs: readonly Run[]) => T,
): Promise<Run | T> => {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const last = await ports.begun.last(campaignId);
    const run = decide(await knownRuns(ports, campaignId, last));
    if (!run) return run;
    // One that was skipped is over: it takes no place.
    if (await (hasEnded(run) ? ports.runs.create(run) : ports.begun.begin(run, last.id))) return run;
    const known = await ports.runs.get(run.id);
    if (known) return known;
  }
  throw new Problem('busy', 'Other runs of this campaign are just beginning.', 'Try again in a moment.');
};

/**
 * POST /campaigns/{id}/runs: prepares a run now, which asks whatever its series does. Of a recurring campaign it also
 * arms the starts to come, and before the first of them it is that first one that is prepared.
 */
export const startRun =
  (ports: StartPorts): HttpHandler<typeof scheduleRoutes.startRun> =>
  async ({ params, actor }) => {
    const campaign = found(await ports.campaigns.get(params.id), 'campaign');
    const now = new Date(ports.clock()).toISOString();
    const id = ports.newId();
    const run = await begin(ports, campaign.id, (runs) => {
      const pending = runs.find((one) => isPending(one, now));
      if (pending) {
        throw new Problem(
          'conflict',
          `A run of this campaign is ${pending.state}.`,
          'Wait for its end, or stop it first.',
          { cause: 'runUnderway', state: pending.state, runId: pending.id },
        );
      }
      refuseImpossible(campaign);
      return newRun({ id, campaign, requestedBy: personOf(actor), now, firstStart: firstStartOf(campaign, now) });
    });
    await ports.machine.start(id, id);
    if (campaign.schedule.mode === 'recurring') await armNext(ports, campaign, ports.clock());
    return showRun(run, actor);
  };

type LaunchPorts = Omit<StartPorts, 'newId'> & { derivedId: (at: string, seed: string) => string };

/** What ends a run at its start, if anything does. */
const skipCause = (open: readonly Run[], { outcome }: Launch, now: string): SkipCause | undefined => {
  if (outcome === 'missed') return 'missed';
  return open.some((run) => isPending(run, now)) ? 'earlierRunPending' : undefined;
};

/**
 * The timer of a recurring campaign. The run's id follows from the occurrence, so a timer that fires twice
 * makes one run. A run whose predecessor has not ended, or whose successor's time has come, is recorded as skipped:
 * a call that comes hours late, or is repeated by hand, never sends what is over, and sets the timer to a time to come.
 * A first start that was prepared ahead needs no other run.
 */
export const launchRun =
  (ports: LaunchPorts) =>
  async ({ campaignId, occurrence }: { campaignId: string; occurrence: string }): Promise<void> => {
    const campaign = await ports.campaigns.get(campaignId);
    if (campaign?.schedule.mode !== 'recurring') return;
    const launch = launchOf(campaign.schedule, occurrence, ports.clock());
    await armNext(ports, campaign, launch.armAfter);
    if (launch.outcome === 'none') return;
    const id = ports.derivedId(occurrence, campaignId);
    const now = new Date(ports.clock()).toISOString();
    // A timer that is early judges what is under way as it is at the start: a question that ends with it is over.
    const start = now > occurrence ? now : occurrence;
    const run = await begin(ports, campaignId, (runs) => {
      if (runs.some((one) => one.id !== id && isRunOf(one, occurrence, start))) return undefined;
      const own = { id, campaign, requestedBy: campaign.updatedBy, now, isReleased: isReleased(campaign, runs) };
      const launching = launched(newRun(own), occurrence, launch);
      const cause = skipCause(runs, launch, start);
      return cause ? transition(launching, { type: 'skipped', at: now, cause }) : launching;
    });
    if (run && !hasEnded(run)) await ports.machine.start(id, id);
  };
