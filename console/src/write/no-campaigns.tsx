import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';

const Art = (): ReactNode => (
  <svg className="art" viewBox="0 0 132 92" aria-hidden="true">
    <path d="M6 78H126" stroke="var(--line-strong)" strokeWidth="3" strokeDasharray="6 6" />
    <path d="M42 78V24" stroke="var(--line-strong)" strokeWidth="5" />
    <path d="M34 78h16" stroke="var(--line-strong)" strokeWidth="5" strokeLinecap="round" />
    <g transform="rotate(38 42 30)">
      <rect x="36" y="24" width="60" height="12" rx="6" fill="var(--brand)" />
      <circle cx="86" cy="30" r="3" fill="var(--paper)" />
    </g>
    <circle cx="42" cy="30" r="8" fill="var(--surface)" stroke="var(--brand)" strokeWidth="5" />
  </svg>
);

/** Before the first campaign: what one is, and where to begin. */
export const NoCampaigns = ({ children }: { children: ReactNode }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <section className="tile">
      <div className="in empty">
        <Art />
        <h2>{t('prepare.none')}</h2>
        <p>
          <Trans id="prepare.noneWhy" components={{ b: <b /> }} />
        </p>
        {children}
      </div>
    </section>
  );
};
