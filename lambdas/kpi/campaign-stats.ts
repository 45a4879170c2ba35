import { found } from '../../domain/http/find.ts';
import { begunCount, handedOverCount, isLeft, viewOfCount } from '../../domain/kpi/distinct.ts';
import type { kpiRoutes } from '../../domain/kpi/routes.ts';
import { RUNS_SUMMED } from '../../domain/kpi/sum.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ProfileCounts } from '../../domain/kpi/ports/profile-counts.ts';
import type { Recounter } from '../../domain/kpi/ports/recounter.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { ProfileCount } from '../../domain/model/profile-count.ts';
import type { HttpHandler } from '../../domain/http/route.ts';

export type CampaignStatsPorts = {
  campaigns: Pick<Campaigns, 'get'>;
  runs: Pick<Runs, 'listOfCampaign'>;
  profileCounts: ProfileCounts;
  recounter: Recounter;
  clock: Clock;
};

const begin = async (
  ports: CampaignStatsPorts,
  campaignId: string,
  actor: Actor,
  known: ProfileCount | undefined,
): Promise<ProfileCount> => {
  const askedAt = new Date(ports.clock()).toISOString();
  const { items: runs } = await ports.runs.listOfCampaign(campaignId, RUNS_SUMMED);
  return begunCount({ campaignId, askedBy: personOf(actor), askedAt }, runs, known);
};

/** POST /campaigns/{id}/stats. Whoever asks while a count is under way gets that one; one that makes no progress is continued. */
export const startProfileCount =
  (ports: CampaignStatsPorts): HttpHandler<typeof kpiRoutes.countProfiles> =>
  async ({ params: { id }, actor }) => {
    found(await ports.campaigns.get(id), 'campaign');
    const known = await ports.profileCounts.get(id);
    const isOpen = known?.state === 'counting';
    if (!isOpen || isLeft(known, ports.clock())) {
      const at = new Date(ports.clock()).toISOString();
      const next = isOpen ? handedOverCount(known, known.seen, at) : await begin(ports, id, actor, known);
      if ((await ports.profileCounts.replace(next)) && next.state === 'counting')
        await ports.recounter.goOnWithProfiles(id);
    }
    const view = viewOfCount(await ports.profileCounts.get(id), ports.clock());
    if (view.state === 'counting') return view;
    throw new Problem(
      'conflict',
      'Nobody is counting this campaign.',
      'Look at its figures, or compute the stats again.',
      { cause: 'campaignNotCounted' },
    );
  };

/** GET /campaigns/{id}/stats */
export const getProfileCount =
  (ports: CampaignStatsPorts): HttpHandler<typeof kpiRoutes.getProfileCount> =>
  async ({ params: { id } }) => {
    found(await ports.campaigns.get(id), 'campaign');
    return viewOfCount(await ports.profileCounts.get(id), ports.clock());
  };
