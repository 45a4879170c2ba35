import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PeopleHistory } from '../people/people-history.tsx';
import { PeopleList } from '../people/people-list.tsx';
import { Page } from '../shell/page.tsx';
import { useSession } from '../shell/session.tsx';

/** `/people` */
export const PeoplePage = (): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  return (
    <Page title={t('shell.people')} heading>
      {me.mayManagePeople ? (
        <>
          <p>
            <Link to="/machines">{t('machines.title')}</Link>: {t('machines.what')}
          </p>
          <p>
            <Link to="/webhooks">{t('webhooks.title')}</Link>: {t('webhooks.what')}
          </p>
          <PeopleList />
          <PeopleHistory />
        </>
      ) : (
        <p>{t('people.mayNot')}</p>
      )}
    </Page>
  );
};
