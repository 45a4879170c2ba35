import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Page } from '../shell/page.tsx';

/** In place of a page that did not arrive, because the network or a new version came between, or that broke. */
export const BrokenPage = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Page title={t('shell.broken')} heading>
      <p role="alert">{t('shell.brokenWhy')}</p>
      <p>
        <button className="btn primary" type="button" onClick={() => location.reload()}>
          {t('shell.loadAgain')}
        </button>
      </p>
    </Page>
  );
};
