import { found } from '../http/find.ts';
import { Problem } from '../http/problem.ts';
import { tryAgain } from '../http/try-again.ts';
import type { CampaignSettings } from '../model/campaign.ts';
import type { SeriesLife } from '../model/series-life.ts';
import type { Campaigns } from '../ports/campaigns.ts';
import type { Runs } from '../ports/runs.ts';
import type { SeriesLives } from '../ports/series-lives.ts';
import { lifeOf } from './series.ts';

type LifePorts = { campaigns: Pick<Campaigns, 'get'>; lives: SeriesLives; runs: Pick<Runs, 'ofCampaign'> };

/**
 * Writes what `decide` makes of the life of a series, undefined to leave it as it is, and decides anew when somebody else
 * changed it between the look and the write.
 * @throws Problem `not-found`, `conflict` when it is changed too often at once, and what `decide` throws
 */
export const writeLife = async <Life extends SeriesLife | undefined>(
  ports: LifePorts,
  id: string,
  decide: (series: { campaign: CampaignSettings; life: SeriesLife }) => Life,
): Promise<{ campaign: CampaignSettings; life: Life }> =>
  tryAgain(async () => {
    const campaign = found(await ports.campaigns.get(id), 'campaign');
    const life = decide({ campaign, life: await lifeOf(ports, campaign) });
    if (!life || (await ports.lives.replace(id, life))) return { campaign, life };
    throw new Problem('conflict', 'Somebody else changed this series meanwhile.', 'Load it again and look at it.', {
      cause: 'seriesMovedOn',
    });
  });
