import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CampaignForm } from './campaign-form.tsx';
import { useCampaign } from '../write/campaign-queries.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';

/** `/campaigns/:id/edit` */
export const EditCampaignPage = (): ReactNode => {
  const { _: t } = useLingui();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const { data, error } = useCampaign(id);
  const crumbs = [
    { to: '/campaigns', label: t('prepare.campaigns') },
    ...(data ? [{ to: `/campaigns/${id}`, label: data.campaign.name }] : []),
  ];
  return (
    <Page title={t('prepare.edit')} heading crumbs={crumbs}>
      {data ? (
        <CampaignForm
          known={data.campaign}
          isArmed={data.series?.isArmed ?? false}
          onSaved={() => void navigate(`/campaigns/${id}`)}
        />
      ) : error ? (
        <ProblemNote error={error} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
};
