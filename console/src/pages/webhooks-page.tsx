import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { WebhookHistory } from '../people/webhook-history.tsx';
import { WebhookTile } from '../people/webhook-tile.tsx';
import { Page } from '../shell/page.tsx';
import { useSession } from '../shell/session.tsx';

/** `/webhooks` */
export const WebhooksPage = (): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  return (
    <Page title={t('webhooks.title')} heading>
      {me.mayManagePeople ? (
        <>
          <WebhookTile />
          <WebhookHistory />
        </>
      ) : (
        <p>{t('webhooks.mayNot')}</p>
      )}
    </Page>
  );
};
