import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PeriodLine } from '../../../domain/kpi/api.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { useFormat } from '../shell/format.ts';
import { StateMark } from '../shell/state-mark.tsx';

/** A day in words; weeks, months and years as ISO 8601 writes them. */
const usePeriodName = (): ((line: PeriodLine) => string) => {
  const { _: t } = useLingui();
  const { day } = useFormat();
  return ({ aggregation, period }) => {
    if (aggregation === 'day') return day(`${period}T12:00`);
    const [year = '', week = ''] = period.split('-W');
    return aggregation === 'week' ? t('kpi.period.week', { week: Number(week), year }) : period;
  };
};

const Runs = ({ runs }: Pick<PeriodLine, 'runs'>): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  return (
    <Disclosure summary={t('kpi.period.runs', { count: runs.length })}>
      <ul>
        {runs.map(({ id, state, start }) => (
          <li key={id}>
            <Link to={`/runs/${id}`}>{dateTime(start)}</Link> <StateMark state={state} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};

const columns = ['delivered', 'openedByHuman', 'clickedByHuman'] as const;

/** A line for each period of a series that gathers its runs, with its figures, and its runs beneath. */
export const PeriodLines = ({ periods }: { periods: readonly PeriodLine[] }): ReactNode => {
  const { _: t } = useLingui();
  const { number, percent } = useFormat();
  const nameOf = usePeriodName();
  if (periods.length === 0) return null;
  return (
    <table className="tbl stacked four">
      <caption>{t('kpi.period')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('kpi.period.of')}</th>
          <th scope="col">{t('kpi.period.toDeliver')}</th>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`kpi.campaign.of.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map((line) => (
          <tr key={`${line.aggregation} ${line.period} ${line.campaignVersion}`}>
            <th scope="row">
              {nameOf(line)}
              <small>
                {t('kpi.period.version', { version: line.campaignVersion })}
                {line.isPartial && ` ${t('kpi.period.partial')}`}
              </small>
              <Runs runs={line.runs} />
            </th>
            <td>{number(line.total.toDeliver)}</td>
            {columns.map((name) => (
              <td key={name}>
                {number(line.total[name].count)}
                <small>{percent(line.total[name].percent)}</small>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
