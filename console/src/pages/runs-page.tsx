import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { runStates } from '../../../domain/model/run.ts';
import { useRuns } from '../prepare/home-queries.ts';
import { CriterionField, SearchField } from '../shell/criteria-fields.tsx';
import { useFormat } from '../shell/format.ts';
import { ListTile } from '../shell/list-tile.tsx';
import { Page } from '../shell/page.tsx';
import { useCriteria } from '../shell/use-criteria.ts';
import { RunTable } from '../write/run-table.tsx';

const MONTHS = 24;

/** The last two years, newest first; the first one has what has not ended besides. */
const monthsUntil = (now: Date): string[] =>
  Array.from({ length: MONTHS }, (_, ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7),
  );

const useMonths = () => {
  const { _: t } = useLingui();
  const { month } = useFormat();
  const [months] = useState(() => monthsUntil(new Date()));
  return [
    { value: '', label: t('prepare.runList.now') },
    ...months.map((value) => ({ value, label: t('prepare.runList.month', { month: month(value) }) })),
  ];
};

const useChoices = () => {
  const { _: t } = useLingui();
  return {
    states: [
      { value: '', label: t('write.campaigns.state.any') },
      ...runStates.map((state) => ({ value: state, label: t(`shell.state.${state}`) })),
    ],
    sorts: [
      { value: '', label: t('write.campaigns.sort.newest') },
      { value: 'name', label: t('write.campaigns.sort.name') },
    ],
  };
};

/** `/runs`: those that have not ended and those that ended in a month, searched and counted by the server. */
export const RunsPage = (): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const criteria = useCriteria();
  const months = useMonths();
  const { states, sorts } = useChoices();
  const asked = useRuns(criteria.query);
  const { pages = [] } = asked.data ?? {};
  const runs = pages.flatMap((page) => page.items);
  const [first] = pages;
  return (
    <Page title={t('prepare.runs')} heading>
      <div className="row">
        <SearchField label={t('prepare.runList.search')} hint={t('prepare.searchHint')} criteria={criteria} />
      </div>
      <div className="row">
        <CriterionField label={t('prepare.runList.when')} name="month" criteria={criteria} options={months} />
        <CriterionField label={t('prepare.col.state')} name="state" criteria={criteria} options={states} />
        <CriterionField label={t('shell.list.sort')} name="sort" criteria={criteria} options={sorts} />
      </div>
      <output>{first && t('prepare.runList.found', { count: first.count, n: number(first.count) })}</output>
      <ListTile
        label={t('prepare.runs')}
        none={t('prepare.runList.none')}
        shown={runs.length}
        unreadable={first?.unreadable ?? []}
        asked={asked}
      >
        <RunTable groups={[{ key: 'all', title: '', count: '', runs }]} />
      </ListTile>
    </Page>
  );
};
