import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { OwnAccount } from '../people/own-account.tsx';
import { OwnMails } from '../people/own-mails.tsx';
import { Page } from '../shell/page.tsx';

/** `/me` */
export const AccountPage = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Page title={t('shell.account')} heading>
      <OwnAccount />
      <OwnMails />
    </Page>
  );
};
