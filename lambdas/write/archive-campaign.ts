import { lifeOf, stateOf } from '../../domain/calendar/series.ts';
import { launchTimer } from '../../domain/calendar/series-timer.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { tryAgain } from '../../domain/http/try-again.ts';
import type { Archived } from '../../domain/model/archived.ts';
import type { Origin } from '../../domain/model/audit-chain.ts';
import type { CampaignSummary } from '../../domain/model/campaign-summary.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { ArchivedCampaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import type { writeRoutes } from '../../domain/write/routes.ts';

export type ArchivePorts = {
  archive: ArchivedCampaigns;
  lives: Pick<SeriesLives, 'get'>;
  runs: Pick<Runs, 'ofCampaign' | 'openOfCampaign' | 'listOfCampaign'>;
  timers: Pick<Timers, 'cancel'>;
  audit: Pick<Audit, 'append'>;
  clock: Clock;
};

const changedMeanwhile = (): Problem =>
  new Problem('conflict', 'Somebody else changed this campaign meanwhile.', 'Load it again and look at it.', {
    cause: 'campaignChanged',
  });

/** @throws Problem `conflict` while a run of it has not ended, `wrong-state` for a series that may still start one */
const refuseUnderWay = async (ports: ArchivePorts, campaign: CampaignSummary): Promise<void> => {
  const [run] = await ports.runs.openOfCampaign(campaign.id);
  if (run)
    throw new Problem('conflict', `A run of this campaign is ${run.state}.`, 'Wait for its end, or stop it first.', {
      cause: 'runUnderway',
      state: run.state,
      runId: run.id,
    });
  if (campaign.schedule.mode !== 'recurring') return;
  const life = await lifeOf(ports, campaign);
  const seriesState = stateOf({ campaign, life }, new Date(ports.clock()).toISOString());
  if (seriesState === 'draft' || seriesState === 'ended') return;
  throw new Problem(
    'wrong-state',
    `The series of this campaign is ${seriesState}.`,
    'End the series first (POST /campaigns/{id}/series/end).',
    { cause: 'seriesNotEnded', seriesState },
  );
};

type Asked = { params: { id: string }; body: { reason?: string | undefined }; actor: Actor; origin: Origin };

/** Done already, it changes nothing and is not in the history twice. */
const setArchived = async (
  ports: ArchivePorts,
  { params, body, actor, origin }: Asked,
  isArchived: boolean,
): Promise<{ id: string; archived: Archived | null }> => {
  const [at, by] = [new Date(ports.clock()).toISOString(), personOf(actor)];
  const { campaign, archived } = await tryAgain(async () => {
    const known = found(await ports.archive.summary(params.id), 'campaign');
    if ((known.archived !== undefined) === isArchived) return { campaign: known, archived: undefined };
    if (isArchived) await refuseUnderWay(ports, known);
    const next = isArchived ? { at, by } : undefined;
    if (await ports.archive.archive(known, next)) return { campaign: known, archived: next ?? null };
    throw changedMeanwhile();
  });
  const { id } = campaign;
  if (archived === undefined) return { id, archived: campaign.archived ?? null };
  const what = isArchived ? 'archived' : 'unarchived';
  const facts = { ...(body.reason !== undefined && { reason: body.reason }) };
  await ports.audit.append({ at, runId: id, what, by, origin, facts });
  return { id, archived };
};

/** POST /campaigns/{id}/archive */
export const archiveCampaign =
  (ports: ArchivePorts): HttpHandler<typeof writeRoutes.archiveCampaign> =>
  async (request) =>
    setArchived(ports, request, true);

/** POST /campaigns/{id}/unarchive */
export const unarchiveCampaign =
  (ports: ArchivePorts): HttpHandler<typeof writeRoutes.unarchiveCampaign> =>
  async (request) =>
    setArchived(ports, request, false);

/**
 * DELETE /campaigns/{id}: only what nobody ever prepared. What was prepared has a history that names it, and what was sent
 * has a ledger: that is archived. Its history stays.
 */
export const deleteCampaign =
  (ports: ArchivePorts): HttpHandler<typeof writeRoutes.deleteCampaign> =>
  async ({ params, actor, origin }) => {
    const campaign = found(await ports.archive.summary(params.id), 'campaign');
    await refuseUnderWay(ports, campaign);
    const { items, unreadable } = await ports.runs.listOfCampaign(campaign.id, 1);
    if (items.length + unreadable.length > 0)
      throw new Problem(
        'wrong-state',
        'This campaign was prepared: its runs and their history name it.',
        'Archive it instead (POST /campaigns/{id}/archive).',
        { cause: 'campaignHasRuns' },
      );
    if (!(await ports.archive.remove(campaign.id, campaign.version))) throw changedMeanwhile();
    const at = new Date(ports.clock()).toISOString();
    const facts = { name: campaign.name };
    await ports.audit.append({ at, runId: campaign.id, what: 'deleted', by: personOf(actor), origin, facts });
    if (campaign.schedule.mode === 'recurring') await ports.timers.cancel(launchTimer(campaign.id));
    return { id: campaign.id, deletedAt: at };
  };
