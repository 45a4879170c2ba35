import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../shell/icon.tsx';
import { useSession } from '../shell/session.tsx';

/** The way to a new campaign, or who may write one. */
export const NewCampaign = (): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  if (!me.mayPrepare) return <p className="note">{t('prepare.mayNotWhy')}</p>;
  return (
    <Link className="btn primary" to="/campaigns/new">
      <Icon name="plus" />
      {t('prepare.new')}
    </Link>
  );
};
