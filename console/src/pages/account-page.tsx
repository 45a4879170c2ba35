import type { ReactNode } from 'react';
import { useTranslation } from '../shell/translation.tsx';
import { OwnAccount } from '../people/own-account.tsx';
import { OwnMails } from '../people/own-mails.tsx';
import { Page } from '../shell/page.tsx';

/** `/me` */
export const AccountPage = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <Page title={t('shell.account')} heading>
      <OwnAccount />
      <OwnMails />
    </Page>
  );
};
