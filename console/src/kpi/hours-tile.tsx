import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { HourPage, HourLine } from '../../../domain/model/breakdown.ts';
import { useFormat } from '../shell/format.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { BreakdownTile } from './breakdown-tile.tsx';
import { useBreakdown } from './use-breakdown.ts';
import { barsOf } from './hour-bars.ts';
import { HourChart } from './hour-chart.tsx';

const Key = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <p className="key">
      <span>
        <i className="hu" aria-hidden="true" />
        {t('kpi.chart.human')}
      </span>
      <span>
        <i className="ma" aria-hidden="true" />
        {t('kpi.chart.machine')}
      </span>
      <span>
        <i className="un" aria-hidden="true" />
        {t('kpi.chart.unknown')}
      </span>
    </p>
  );
};

const HourRow = ({ line }: { line: HourLine }): ReactNode => {
  const { number, dateTime } = useFormat();
  return (
    <tr>
      <th scope="row">{dateTime(line.hour)}</th>
      <td>{number(line.openedByHuman)}</td>
      <td>{number(line.openedByMachine)}</td>
      <td>{number(line.openedByUnknown)}</td>
      <td>{number(line.clickedByHuman)}</td>
      <td>{number(line.clickedByMachine)}</td>
      <td>{number(line.clickedByUnknown)}</td>
    </tr>
  );
};

const Figures = ({ lines }: { lines: HourLine[] }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Disclosure summary={t('kpi.series.table')}>
      <table className="tbl stacked">
        <thead>
          <tr>
            <th scope="col">{t('kpi.hours.hour')}</th>
            <th scope="col">{t('kpi.hours.openedByHuman')}</th>
            <th scope="col">{t('kpi.hours.openedByMachine')}</th>
            <th scope="col">{t('kpi.hours.openedByUnknown')}</th>
            <th scope="col">{t('kpi.hours.clickedByHuman')}</th>
            <th scope="col">{t('kpi.hours.clickedByMachine')}</th>
            <th scope="col">{t('kpi.hours.clickedByUnknown')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <HourRow key={line.hour} line={line} />
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
};

/** When people opened and clicked first: two charts, and the same figures as a table. */
export const HoursTile = ({ path }: { path: string }): ReactNode => {
  const { _: t } = useLingui();
  const breakdown = useBreakdown<HourPage>(path);
  return (
    <BreakdownTile title={t('kpi.hours')} path={path} breakdown={breakdown}>
      {(lines) => (
        <>
          <Key />
          <div className="charts">
            <HourChart title={t('kpi.chart.opens')} {...barsOf(lines, 'opened')} />
            <HourChart title={t('kpi.chart.clicks')} {...barsOf(lines, 'clicked')} />
          </div>
          <Figures lines={lines} />
        </>
      )}
    </BreakdownTile>
  );
};
