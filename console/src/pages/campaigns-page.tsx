import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { CampaignList } from '../write/campaign-list.tsx';
import { useCampaigns, useCurrentRuns } from '../write/campaign-queries.ts';
import { CampaignsVerdict } from '../write/campaigns-verdict.tsx';
import { linesOf } from '../write/front-lines.ts';
import { NoCampaigns } from '../write/no-campaigns.tsx';
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

/** `/`: what somebody waits for is complete, the campaigns are the newest that were loaded. */
export const CampaignsPage = (): ReactNode => {
  const { t } = useTranslation();
  const { data, error } = useCampaigns();
  const { data: current, error: currentError, dataUpdatedAt: asOf } = useCurrentRuns();
  const title = t('prepare.campaigns');
  const wrong = error ?? currentError;
  if (!data || (!current && !wrong))
    return <Page title={title}>{wrong ? <ProblemNote error={wrong} /> : <Waiting />}</Page>;
  const { items: runs = [], unreadable = [] } = current ?? {};
  const lines = linesOf(data.items, runs, asOf);
  const lost = [...unreadable, ...data.unreadable, ...lines.flatMap(({ unreadableRun }) => unreadableRun ?? [])];
  if (lines.length === 0 && lost.length === 0)
    return (
      <Page title={title} heading>
        <ProblemNote error={wrong} />
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
      <ProblemNote error={wrong} />
      {current && <CampaignsVerdict runs={runs} asOf={asOf} unreadable={[...new Set(lost)]} />}
      <CampaignList lines={lines} />
    </Page>
  );
};
