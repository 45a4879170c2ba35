import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';

/** While something is loaded; announced to screen readers too. */
export const Waiting = (): ReactNode => {
  const { _: t } = useLingui();
  return <output className="muted">{t('shell.loading')}</output>;
};
