import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { CampaignFigures } from '../kpi/campaign-figures.tsx';
import { useCampaign } from '../write/campaign-queries.ts';
import { ArchiveTile } from '../write/archive-tile.tsx';
import { SeriesHistory } from '../schedule/series-history.tsx';
import { SeriesTile } from '../schedule/series-tile.tsx';
import { StartsTile } from '../schedule/starts-tile.tsx';
import { ContentTile, RunsTile } from '../write/campaign-tiles.tsx';
import { CampaignVerdict } from './campaign-verdict.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';

/** `/campaigns/:id` */
export const CampaignPage = (): ReactNode => {
  const { _: t } = useLingui();
  const { id = '' } = useParams();
  const { data, error } = useCampaign(id);
  const crumbs = [{ to: '/campaigns', label: t('prepare.campaigns') }];
  if (!data)
    return (
      <Page title={t('prepare.col.campaign')} crumbs={crumbs} heading>
        {error ? <ProblemNote error={error} /> : <Waiting />}
      </Page>
    );
  return (
    <Page title={data.campaign.name} crumbs={crumbs}>
      <ProblemNote error={error} />
      <CampaignVerdict detail={data} />
      <div className="cols">
        <div>
          <RunsTile runs={data.runs} unreadable={data.unreadable} />
          <CampaignFigures campaignId={id} />
          <ContentTile campaign={data.campaign} />
        </div>
        <div>
          <SeriesTile detail={data} />
          <StartsTile detail={data} />
          <ArchiveTile
            detail={data}
            history={data.series ? null : <SeriesHistory campaignId={id} schedule={data.campaign.schedule} />}
          />
        </div>
      </div>
    </Page>
  );
};
