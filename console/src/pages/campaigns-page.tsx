import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { campaignStates } from '../../../domain/model/campaign-state.ts';
import { labelKey } from '../../../domain/model/labels.ts';
import type { CampaignPage } from '../../../domain/write/api.ts';
import type * as z from 'zod';
import { CriterionField, SearchField } from '../shell/criteria-fields.tsx';
import { useFormat } from '../shell/format.ts';
import { ListTile } from '../shell/list-tile.tsx';
import { Page } from '../shell/page.tsx';
import { useCriteria, type Criteria } from '../shell/use-criteria.ts';
import { useCampaigns } from '../write/campaign-queries.ts';
import { CampaignTable } from '../write/campaign-table.tsx';
import { NewCampaign } from '../write/new-campaign.tsx';

type Counts = z.output<typeof CampaignPage>['counts'];

const shows = ['all', 'mine', 'recurring'] as const;
const sorts = ['newest', 'changed', 'name'] as const;

const Shown = ({ criteria, counts }: { criteria: Criteria; counts: Counts | undefined }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const shown = criteria.value('show') || 'all';
  return (
    <fieldset className="filter">
      <legend className="vh">{t('prepare.show')}</legend>
      {shows.map((show) => (
        <button
          key={show}
          type="button"
          aria-pressed={show === shown}
          onClick={() => criteria.choose('show', show === 'all' ? '' : show)}
        >
          {t(`prepare.${show}`, { n: counts ? number(counts[show]) : '' })}
        </button>
      ))}
    </fieldset>
  );
};

const useStates = () => {
  const { _: t } = useLingui();
  return [
    { value: '', label: t('write.campaigns.state.any') },
    ...[...campaignStates, 'archived' as const].map((state) => ({
      value: state,
      label: t(`write.campaigns.state.${state}`),
    })),
  ];
};

type LabelsProps = { criteria: Criteria; labels: z.output<typeof CampaignPage>['labels'] };

/** The one that the address names is offered too when no campaign has it any more. */
const LabelField = ({ criteria, labels }: LabelsProps): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const chosen = criteria.value('label');
  const known = labels.find(({ label }) => labelKey(label) === labelKey(chosen));
  if (labels.length === 0 && chosen === '') return null;
  const options = [
    { value: '', label: t('labels.any') },
    ...labels.map(({ label, count }) => ({
      value: label === known?.label ? chosen : label,
      label: t('labels.counted', { label, n: number(count) }),
    })),
    ...(chosen !== '' && !known ? [{ value: chosen, label: chosen }] : []),
  ];
  return <CriterionField label={t('labels.label')} name="label" criteria={criteria} options={options} />;
};

/** `/campaigns`: searched, filtered, sorted and counted by the server, over all there are. */
export const CampaignsPage = (): ReactNode => {
  const { _: t } = useLingui();
  const criteria = useCriteria();
  const states = useStates();
  const asked = useCampaigns(criteria.query);
  const { pages = [] } = asked.data ?? {};
  const items = pages.flatMap((page) => page.items);
  return (
    <Page title={t('prepare.campaigns')}>
      <div className="row apart">
        <h1>{t('prepare.campaigns')}</h1>
        <div className="row">
          <Link to="/templates">{t('write.saved')}</Link>
          <Link to="/snippets">{t('write.snippets')}</Link>
          <Link to="/brand">{t('write.brand')}</Link>
          <NewCampaign />
        </div>
      </div>
      <div className="row apart">
        <SearchField label={t('prepare.search')} hint={t('prepare.searchHint')} criteria={criteria} />
        <Shown criteria={criteria} counts={pages[0]?.counts} />
      </div>
      <div className="row">
        <CriterionField label={t('prepare.col.state')} name="state" criteria={criteria} options={states} />
        <LabelField criteria={criteria} labels={pages[0]?.labels ?? []} />
        <CriterionField
          label={t('shell.list.sort')}
          name="sort"
          criteria={criteria}
          options={sorts.map((sort) => ({
            value: sort === 'newest' ? '' : sort,
            label: t(`write.campaigns.sort.${sort}`),
          }))}
        />
      </div>
      <ListTile
        label={t('prepare.campaigns')}
        none={t('prepare.noneFound')}
        shown={items.length}
        unreadable={pages.flatMap((page) => page.unreadable)}
        asked={asked}
      >
        <CampaignTable items={items} />
      </ListTile>
    </Page>
  );
};
