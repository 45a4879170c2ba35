import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { CampaignList } from '../prepare/campaign-list.tsx';
import { useCampaigns } from '../prepare/campaign-queries.ts';
import { CampaignsVerdict } from '../prepare/campaigns-verdict.tsx';
import { NoCampaigns } from '../prepare/no-campaigns.tsx';
import { Icon } from '../shell/icon.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Waiting } from '../shell/waiting.tsx';

const NewCampaign = (): ReactNode => {
  const { t } = useTranslation();
  const { me } = useSession();
  if (!me.mayPrepare) return <p className="note">{t('prepare.mayNotWhy')}</p>;
  return (
    <Link className="btn primary" to="/campaigns/new">
      <Icon name="plus" />
      {t('prepare.new')}
    </Link>
  );
};

/** `/` */
export const CampaignsPage = (): ReactNode => {
  const { t } = useTranslation();
  const { data, error } = useCampaigns();
  const title = t('prepare.campaigns');
  if (!data) return <Page title={title}>{error ? <ProblemNote error={error} /> : <Waiting />}</Page>;
  if (data.length === 0)
    return (
      <Page title={title} heading>
        <NoCampaigns>
          <NewCampaign />
        </NoCampaigns>
      </Page>
    );
  return (
    <Page title={title}>
      <div className="row apart">
        <h1>{title}</h1>
        <NewCampaign />
      </div>
      <ProblemNote error={error} />
      <CampaignsVerdict items={data} />
      <CampaignList items={data} />
    </Page>
  );
};
