import { useLingui } from '@lingui/react';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';

export type Crumb = { to: string; label: string };

type Props = {
  /** Of the browser's tab. */
  title: string;
  /** Pages without a verdict bar show the title as their heading. */
  heading?: boolean;
  crumbs?: Crumb[];
  children: ReactNode;
};

const Crumbs = ({ crumbs, title }: { crumbs: Crumb[]; title: string }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <nav className="crumbs" aria-label={t('shell.path')}>
      {crumbs.map(({ to, label }) => (
        <span key={to}>
          <Link to={to}>{label}</Link> <span aria-hidden="true">/</span>
        </span>
      ))}
      <span aria-current="page">{title}</span>
    </nav>
  );
};

/** The main part of a page. */
export const Page = ({ title, heading = false, crumbs = [], children }: Props): ReactNode => {
  useEffect(() => {
    document.title = `${title} · Freigabe`;
  }, [title]);
  return (
    <main className="page" id="main" tabIndex={-1}>
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} title={title} />}
      {heading && <h1>{title}</h1>}
      {children}
    </main>
  );
};
