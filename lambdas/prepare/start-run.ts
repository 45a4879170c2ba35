import type { Campaign } from '../../domain/campaign.ts';
import { found } from '../../domain/find.ts';
import { personOf } from '../../domain/people.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { newRun } from '../../domain/prepare/new-run.ts';
import { nextOccurrences } from '../../domain/prepare/occurrence.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { firstStartOf, isPending, isRunOf } from '../../domain/prepare/series.ts';
import { Problem } from '../../domain/problem.ts';
import { isReleased } from '../../domain/release.ts';
import type { HttpHandler } from '../../domain/route.ts';
import { showRun } from '../../domain/show-run.ts';
import { transition } from '../../domain/transition.ts';

export type StartPorts = {
  campaigns: Campaigns;
  runs: Runs;
  machine: Machine;
  timers: Timers;
  clock: Clock;
  newId: () => string;
};

/** Name of the one timer of a recurring campaign. */
export const launchTimer = (campaignId: string): string => `launch-${campaignId}`;

/** Sets the timer of the next occurrence after `after` (epoch milliseconds); a series without one has no timer. */
export const armNext = async (ports: Pick<StartPorts, 'timers'>, campaign: Campaign, after: number): Promise<void> => {
  const [occurrence] = nextOccurrences(campaign.schedule, new Date(after + 1).toISOString(), 1);
  const name = launchTimer(campaign.id);
  if (occurrence === undefined) await ports.timers.cancel(name);
  else await ports.timers.set(name, occurrence, 'launchRun', { campaignId: campaign.id, occurrence });
};

/**
 * POST /campaigns/{id}/runs: prepares a run now, which asks whatever its series does. Of a recurring campaign it also
 * arms the starts to come, and before the first of them it is that first one that is prepared.
 */
export const startRun =
  (ports: StartPorts): HttpHandler<typeof prepareRoutes.startRun> =>
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
    const firstStart = firstStartOf(campaign, now);
    const run = newRun({ id: ports.newId(), campaign, requestedBy: personOf(actor), now, firstStart });
    await ports.runs.create(run);
    await ports.machine.start(run.id, run.id);
    if (campaign.schedule.mode === 'recurring') await armNext(ports, campaign, ports.clock());
    return showRun(run, actor);
  };

/**
 * The timer of a recurring campaign. The run's id follows from the occurrence, so a timer that fires twice
 * makes one run; a run whose predecessor has not ended is recorded as skipped. A first start that was prepared ahead
 * needs no other run.
 */
export const launchRun =
  (ports: Omit<StartPorts, 'newId'> & { derivedId: (at: string, seed: string) => string }) =>
  async ({ campaignId, occurrence }: { campaignId: string; occurrence: string }): Promise<void> => {
    const campaign = await ports.campaigns.get(campaignId);
    if (campaign?.schedule.mode !== 'recurring') return;
    await armNext(ports, campaign, Date.parse(occurrence));
    const now = new Date(ports.clock()).toISOString();
    const runs = await ports.runs.ofCampaign(campaignId, 50);
    if (runs.some((run) => isRunOf(run, occurrence, now))) return;
    const pending = runs.some((run) => isPending(run, now));
    const run = newRun({
      id: ports.derivedId(occurrence, campaignId),
      campaign,
      requestedBy: campaign.updatedBy,
      now,
      isReleased: isReleased(campaign, runs),
    });
    const known = await ports.runs.get(run.id);
    if (pending && !known) {
      await ports.runs.create(transition(run, { type: 'skipped', at: now, cause: 'earlierRunPending' }));
      return;
    }
    if (!known) await ports.runs.create(run);
    await ports.machine.start(run.id, run.id);
  };
