import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { MachineTile } from '../people/machine-tile.tsx';
import { PeopleHistory } from '../people/people-history.tsx';
import { Page } from '../shell/page.tsx';
import { useSession } from '../shell/session.tsx';

/** `/machines` */
export const MachinesPage = (): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  return (
    <Page title={t('machines.title')} heading>
      {me.mayManagePeople ? (
        <>
          <MachineTile />
          <PeopleHistory />
        </>
      ) : (
        <p>{t('machines.mayNot')}</p>
      )}
    </Page>
  );
};
