import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CampaignForm } from './campaign-form.tsx';
import { Page } from '../shell/page.tsx';

/** `/campaigns/new` */
export const NewCampaignPage = (): ReactNode => {
  const { _: t } = useLingui();
  const navigate = useNavigate();
  return (
    <Page title={t('prepare.new')} heading crumbs={[{ to: '/campaigns', label: t('prepare.campaigns') }]}>
      <CampaignForm onSaved={({ id }) => void navigate(`/campaigns/${id}`)} />
    </Page>
  );
};
