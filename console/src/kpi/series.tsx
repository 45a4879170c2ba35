import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';

type Point = KpiView['series'][number];

const WIDTH = 400;
const HEIGHT = 140;

const share = (count: number, { delivered }: Point): number => (delivered === 0 ? 0 : count / delivered);

const line = (series: readonly Point[], of: (point: Point) => number): string =>
  series
    .map(
      (point, index) =>
        `${((index / (series.length - 1)) * WIDTH).toFixed(1)},${(HEIGHT * (1 - of(point))).toFixed(1)}`,
    )
    .join(' ');

const Chart = ({ series }: { series: readonly Point[] }): ReactNode => {
  const { t } = useTranslation();
  return (
    <svg className="chart" viewBox={`-2 -4 ${WIDTH + 4} ${HEIGHT + 8}`} role="img" aria-label={t('kpi.series.label')}>
      <path className="axis" d={`M0 ${HEIGHT}H${WIDTH}`} />
      <path className="grid" d={`M0 ${HEIGHT / 2}H${WIDTH}M0 0H${WIDTH}`} />
      <polyline
        points={line(series, (point) => share(point.opened, point))}
        fill="none"
        stroke="var(--bar-machine)"
        strokeDasharray="4 3"
        strokeWidth="2"
      />
      <polyline
        points={line(series, (point) => share(point.openedByHuman, point))}
        fill="none"
        stroke="var(--bar-human)"
        strokeWidth="2"
      />
      <polyline
        points={line(series, (point) => share(point.clicked, point))}
        fill="none"
        stroke="var(--sending)"
        strokeWidth="2"
      />
    </svg>
  );
};

/** The published snapshots as a picture, and the same figures as a table. */
export const Series = ({ series }: { series: readonly Point[] }): ReactNode => {
  const { t } = useTranslation();
  const { number, dateTime } = useFormat();
  if (series.length < 2) return null;
  return (
    <div className="in">
      <h3>{t('kpi.series')}</h3>
      <Chart series={series} />
      <details className="twin">
        <summary>
          <Icon name="chev" />
          {t('kpi.series.table')}
        </summary>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t('kpi.series.at')}</th>
              <th scope="col">{t('kpi.delivered')}</th>
              <th scope="col">{t('kpi.opened')}</th>
              <th scope="col">{t('kpi.clicked')}</th>
            </tr>
          </thead>
          <tbody>
            {series.map((point) => (
              <tr key={point.at}>
                <th scope="row">{dateTime(point.at)}</th>
                <td>{number(point.delivered)}</td>
                <td>{number(point.opened)}</td>
                <td>{number(point.clicked)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
};
