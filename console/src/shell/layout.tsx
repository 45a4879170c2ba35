import { useLingui } from '@lingui/react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { roles } from '../../../domain/people/roles.ts';
import { useLanguage } from './language.ts';
import { languages } from './languages.ts';
import { useLocalMode } from './local-mode.ts';
import { Mark } from './mark.tsx';
import { useSession } from './session.tsx';

const names = { en: 'English', de: 'Deutsch' };

/** The switch between the languages; the one that is shown is no button. */
export const LanguageSwitch = (): ReactNode => {
  const { _: t } = useLingui();
  const { language, choose } = useLanguage();
  return (
    <fieldset className="lang">
      <legend className="vh">{t('shell.language')}</legend>
      {languages.map((other) =>
        other === language ? (
          <b key={other} aria-current="true">
            {other.toUpperCase()}
          </b>
        ) : (
          <button key={other} type="button" lang={other} onClick={() => choose(other)}>
            {other.toUpperCase()} <span className="vh">{names[other]}</span>
          </button>
        ),
      )}
    </fieldset>
  );
};

/** The mark that leads home; without navigation before somebody is signed in. */
export const TopBar = ({ nav, who }: { nav?: ReactNode; who?: ReactNode }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="top">
        <div>
          <Link className="brand" to="/">
            <Mark />
            Freigabe
          </Link>
          {nav}
          <div className="who">
            {who}
            <LanguageSwitch />
          </div>
        </div>
      </header>
    </>
  );
};

const Nav = (): ReactNode => {
  const { _: t } = useLingui();
  const local = useLocalMode();
  const { me } = useSession();
  const { pathname } = useLocation();
  const inRuns = /^\/(runs|confirmations)\b/.test(pathname);
  return (
    <nav className="nav" aria-label={t('shell.nav')}>
      <NavLink to="/" end>
        {t('shell.overview')}
      </NavLink>
      <NavLink to="/campaigns">{t('shell.campaigns')}</NavLink>
      <NavLink to="/calendar">{t('calendar.title')}</NavLink>
      <Link to="/runs" aria-current={inRuns ? 'page' : undefined}>
        {t('prepare.runs')}
      </Link>
      <NavLink to="/figures">{t('shell.figures')}</NavLink>
      <NavLink to="/pictures">{t('write.pictures')}</NavLink>
      <NavLink to="/lists">{t('audience.lists')}</NavLink>
      <NavLink to="/profiles">{t('shell.profiles')}</NavLink>
      {me.mayManagePeople && <NavLink to="/people">{t('shell.people')}</NavLink>}
      {local && <NavLink to="/inbox">{t('shell.inbox')}</NavLink>}
    </nav>
  );
};

const Who = (): ReactNode => {
  const { _: t } = useLingui();
  const { me, signOut } = useSession();
  const held = roles.filter((role) => me.groups.includes(role)).map((role) => t(`shell.role.${role}`));
  return (
    <>
      <div className="person">
        <Link to="/me">{me.name || me.email}</Link>
        <span>{held.length > 0 ? held.join(', ') : t('shell.noRole')}</span>
      </div>
      <button className="btn quiet slim" type="button" onClick={signOut}>
        {t('shell.signOut')}
      </button>
    </>
  );
};

/** A new page is a new place for the keyboard and the screen reader: its main part takes the focus. */
const useFocusOnMain = (): void => {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }, [pathname]);
};

/** Self-confirmation is allowed here: nobody may take this stage for the real one. */
const Training = (): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  if (!me.training) return null;
  return (
    <p className="training" role="note">
      {t('shell.training')}
    </p>
  );
};

/** What stands around every page of somebody who is signed in. */
export const Layout = (): ReactNode => {
  useFocusOnMain();
  return (
    <>
      <TopBar nav={<Nav />} who={<Who />} />
      <Training />
      <Outlet />
      <ScrollRestoration />
    </>
  );
};
