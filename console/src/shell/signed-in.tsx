import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Me } from '../../../domain/people/api.ts';
import { createApi, type Api } from './api-client.ts';
import { ApiContext } from './api.ts';
import { signIn, signOut, type SignInManager } from './auth.ts';
import { Layout, TopBar } from './layout.tsx';
import { Page } from './page.tsx';
import { ProblemNote } from './problem-note.tsx';
import { SessionContext } from './session.tsx';
import { SignInFailed } from './sign-in-pages.tsx';
import { Waiting } from './waiting.tsx';

const WithSession = ({ manager, api }: { manager: SignInManager; api: Api }): ReactNode => {
  const { _: t } = useLingui();
  const me = useQuery({ queryKey: ['me'], queryFn: async () => api.get<Me>('/me'), staleTime: 60_000 });
  const session = useMemo(() => me.data && { me: me.data, signOut: () => void signOut(manager) }, [me.data, manager]);
  if (session)
    return (
      <SessionContext value={session}>
        <Layout />
      </SessionContext>
    );
  return (
    <>
      <TopBar />
      <Page title={t('shell.welcome')}>
        {me.error ? (
          <ProblemNote error={me.error}>
            <button className="btn slim" type="button" onClick={() => void signOut(manager)}>
              {t('shell.signOut')}
            </button>
          </ProblemNote>
        ) : (
          <Waiting />
        )}
      </Page>
    </>
  );
};

/** Shows the pages to whoever is signed in; everybody else goes to the sign-in page and comes back. */
export const SignedIn = ({ manager }: { manager: SignInManager }): ReactNode => {
  const { _: t } = useLingui();
  const { user, error } = useSyncExternalStore(manager.onChange, manager.state);
  const api = useMemo(() => createApi(manager), [manager]);
  const isNeeded = user === null && error === undefined;
  useEffect(() => {
    if (isNeeded) void signIn(manager);
  }, [isNeeded, manager]);
  if (user)
    return (
      <ApiContext value={api}>
        <WithSession manager={manager} api={api} />
      </ApiContext>
    );
  if (error) return <SignInFailed cause={error.message} />;
  return (
    <>
      <TopBar />
      <Page title={t('shell.signingIn')}>
        <output>{t('shell.signingIn')}</output>
      </Page>
    </>
  );
};
