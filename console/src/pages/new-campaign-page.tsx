import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../shell/translation.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { Page } from '../shell/page.tsx';

/** `/campaigns/new` */
export const NewCampaignPage = (): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t('prepare.new')} heading crumbs={[{ to: '/campaigns', label: t('prepare.campaigns') }]}>
      <CampaignForm onSaved={({ id }) => void navigate(`/campaigns/${id}`)} />
    </Page>
  );
};
