import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shell/format.ts';
import { useSession } from '../shell/session.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { useCampaigns } from './campaign-queries.ts';
import type { Line } from './front-lines.ts';

const filters = ['all', 'mine', 'recurring'] as const;
type Filter = (typeof filters)[number];

const passes = ({ campaign, by, schedule, run }: Line, filter: Filter, myEmail: string): boolean => {
  if (filter === 'mine') return [campaign?.createdBy.email, by.email, run?.requestedBy.email].includes(myEmail);
  return filter === 'all' || schedule.mode === 'recurring';
};

const matches = ({ campaign, name, run, by }: Line, search: string): boolean =>
  [name, campaign?.content.subject ?? run?.subject ?? '', campaign?.createdBy.name ?? '', by.name].some((text) =>
    text.toLowerCase().includes(search.trim().toLowerCase()),
  );

type Criteria = { filter: Filter; search: string };

const CriteriaBar = (props: {
  lines: Line[];
  criteria: Criteria;
  onChange: (criteria: Criteria) => void;
}): ReactNode => {
  const { lines, criteria, onChange } = props;
  const { t } = useTranslation();
  const { number } = useFormat();
  const { me } = useSession();
  return (
    <div className="row apart">
      <search className="search">
        <label className="vh" htmlFor="campaign-search">
          {t('prepare.search')}
        </label>
        <input
          id="campaign-search"
          className="input"
          type="search"
          placeholder={t('prepare.searchHint')}
          value={criteria.search}
          onChange={({ target }) => onChange({ ...criteria, search: target.value })}
        />
      </search>
      <fieldset className="filter">
        <legend className="vh">{t('prepare.show')}</legend>
        {filters.map((filter) => {
          const n = number(lines.filter((line) => passes(line, filter, me.email)).length);
          return (
            <button
              key={filter}
              type="button"
              aria-pressed={filter === criteria.filter}
              onClick={() => onChange({ ...criteria, filter })}
            >
              {t(`prepare.${filter}`, { n })}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
};

/** The current runs and the loaded campaigns, to be searched and filtered. */
export const CampaignList = ({ lines }: { lines: Line[] }): ReactNode => {
  const { t } = useTranslation();
  const { me } = useSession();
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = useCampaigns();
  const [criteria, setCriteria] = useState<Criteria>({ filter: 'all', search: '' });
  const shown = lines.filter((line) => passes(line, criteria.filter, me.email) && matches(line, criteria.search));
  return (
    <>
      <CriteriaBar lines={lines} criteria={criteria} onChange={setCriteria} />
      <section className="tile" aria-label={t('prepare.campaigns')}>
        {shown.length > 0 ? <CampaignTable lines={shown} /> : <output className="in">{t('prepare.noneFound')}</output>}
        {hasNextPage && (
          <footer>
            <button
              className="btn slim"
              type="button"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('prepare.moreCampaigns')}
            </button>
          </footer>
        )}
      </section>
    </>
  );
};
