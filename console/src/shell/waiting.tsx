import type { ReactNode } from 'react';
import { useTranslation } from './translation.tsx';

/** While something is loaded; announced to screen readers too. */
export const Waiting = (): ReactNode => {
  const { t } = useTranslation();
  return <output className="muted">{t('shell.loading')}</output>;
};
