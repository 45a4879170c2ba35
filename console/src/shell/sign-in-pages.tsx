import { useLingui } from '@lingui/react';
import { useSyncExternalStore, type ReactNode } from 'react';
import type { SignInManager } from './auth.ts';
import { TopBar } from './layout.tsx';
import { Page } from './page.tsx';
import { Waiting } from './waiting.tsx';

// Full loads, not links of the router: whatever went wrong with the sign-in starts afresh.
const Again = ({ label }: { label: string }): ReactNode => (
  <p>
    <a className="btn" href="/">
      {label}
    </a>
  </p>
);

/** A sign-in that did not come to an end; going on by itself would run in circles. */
export const SignInFailed = ({ cause }: { cause: string }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <>
      <TopBar />
      <Page title={t('shell.signInFailed')} heading>
        <p role="alert">{t('shell.signInFailedWhy')}</p>
        <p className="note" lang="en">
          {cause}
        </p>
        <Again label={t('shell.signInAgain')} />
      </Page>
    </>
  );
};

/** /auth/callback: where the sign-in page sends people back to. Opened by hand it leads home. */
export const Callback = ({ manager }: { manager: SignInManager }): ReactNode => {
  const { _: t } = useLingui();
  const { error } = useSyncExternalStore(manager.onChange, manager.state);
  if (error) return <SignInFailed cause={error.message} />;
  const isBusy = location.search !== '';
  return (
    <>
      <TopBar />
      <Page title={t('shell.signingIn')}>{isBusy ? <Waiting /> : <Again label={t('shell.home')} />}</Page>
    </>
  );
};

/** /signed-out */
export const SignedOut = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <>
      <TopBar />
      <Page title={t('shell.signedOut')} heading>
        <p>{t('shell.signedOutWhy')}</p>
        <Again label={t('shell.signIn')} />
      </Page>
    </>
  );
};
