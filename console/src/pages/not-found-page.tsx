import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../shell/page.tsx';

export const NotFoundPage = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Page title={t('shell.notFound')} heading>
      <p>{t('shell.notFoundWhy')}</p>
      <p>
        <Link className="btn" to="/">
          {t('shell.home')}
        </Link>
      </p>
    </Page>
  );
};
