import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignListItem } from '../../../domain/prepare/api.ts';
import { useFormat } from '../shell/format.ts';
import { useSession } from '../shell/session.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { useCampaigns } from './campaign-queries.ts';

const filters = ['all', 'mine', 'recurring'] as const;
type Filter = (typeof filters)[number];

const passes = ({ campaign }: CampaignListItem, filter: Filter, myEmail: string): boolean => {
  if (filter === 'mine') return [campaign.createdBy.email, campaign.updatedBy.email].includes(myEmail);
  return filter === 'all' || campaign.schedule.mode === 'recurring';
};

const matches = ({ campaign }: CampaignListItem, search: string): boolean =>
  [campaign.name, campaign.content.subject, campaign.createdBy.name, campaign.updatedBy.name].some((text) =>
    text.toLowerCase().includes(search.trim().toLowerCase()),
  );

type Sieve = { filter: Filter; search: string };

const SieveBar = (props: { items: CampaignListItem[]; sieve: Sieve; onChange: (sieve: Sieve) => void }): ReactNode => {
  const { items, sieve, onChange } = props;
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
          value={sieve.search}
          onChange={({ target }) => onChange({ ...sieve, search: target.value })}
        />
      </search>
      <fieldset className="filter">
        <legend className="vh">{t('prepare.show')}</legend>
        {filters.map((filter) => {
          const n = number(items.filter((item) => passes(item, filter, me.email)).length);
          return (
            <button
              key={filter}
              type="button"
              aria-pressed={filter === sieve.filter}
              onClick={() => onChange({ ...sieve, filter })}
            >
              {t(`prepare.${filter}`, { n })}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
};

/** The loaded campaigns, to be searched and filtered. */
export const CampaignList = ({ items }: { items: CampaignListItem[] }): ReactNode => {
  const { t } = useTranslation();
  const { me } = useSession();
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = useCampaigns();
  const [sieve, setSieve] = useState<Sieve>({ filter: 'all', search: '' });
  const shown = items.filter((item) => passes(item, sieve.filter, me.email) && matches(item, sieve.search));
  return (
    <>
      <SieveBar items={items} sieve={sieve} onChange={setSieve} />
      <section className="tile" aria-label={t('prepare.campaigns')}>
        {shown.length > 0 ? <CampaignTable items={shown} /> : <output className="in">{t('prepare.noneFound')}</output>}
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
