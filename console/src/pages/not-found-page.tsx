import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../shell/translation.tsx';
import { Page } from '../shell/page.tsx';

export const NotFoundPage = (): ReactNode => {
  const { t } = useTranslation();
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
