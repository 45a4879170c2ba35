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
  runs: Runs;
  machine: Machine;
  timers: Timers;
  clock: Clock;
  newId: () => string;
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
    const pending = (await ports.runs.ofCampaign(campaign.id, 50)).find((run) => isPending(run, now));
    if (pending) {
      throw new Problem(
        'conflict',
        `A run of this campaign is ${pending.state}.`,
        'Wait for its end, or stop it first.',
        { cause: 'runUnderway', state: pending.state, runId: pending.id },
      );
    }
    refuseImpossible(campaign);
    const firstStart = firstStartOf(campaign, now);
    const run = newRun({ id: ports.newId(), campaign, requestedBy: personOf(actor), now, firstStart });
    await ports.runs.create(run);
    await ports.machine.start(run.id, run.id);
    if (campaign.schedule.mode === 'recurring') await armNext(ports, campaign, ports.clock());
    return showRun(run, actor);
  };

type LaunchPorts = Omit<StartPorts, 'newId'> & { derivedId: (at: string, seed: string) => string };

/** What ends a run at its start, if anything does. */
const skipCause = (runs: readonly Run[], { outcome }: Launch, now: string): SkipCause | undefined => {
  if (outcome === 'missed') return 'missed';
  return runs.some((run) => isPending(run, now)) ? 'earlierRunPending' : undefined;
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
    const runs = await ports.runs.ofCampaign(campaignId, 50);
    if (runs.some((run) => run.id !== id && isRunOf(run, occurrence, now))) return;
    if (!(await ports.runs.get(id))) {
      const own = { id, campaign, requestedBy: campaign.updatedBy, now, isReleased: isReleased(campaign, runs) };
      const run = launched(newRun(own), occurrence, launch);
      const cause = skipCause(runs, launch, now);
      await ports.runs.create(cause ? transition(run, { type: 'skipped', at: now, cause }) : run);
    }
    const known = found(await ports.runs.get(id), 'run');
    if (!hasEnded(known)) await ports.machine.start(id, id);
  };
