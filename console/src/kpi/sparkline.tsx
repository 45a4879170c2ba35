import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { useComparison } from './usual.tsx';

type Point = KpiView['series'][number];

const WIDTH = 150;
const HEIGHT = 34;

const share = ({ openedByHuman, delivered }: Point): number => (delivered === 0 ? 0 : openedByHuman / delivered);

/** The highest point is near the top, so that a low rate has a shape too. */
const pointsOf = (series: readonly Point[]): string[] => {
  const top = Math.max(...series.map(share), 0.001) * 1.15;
  return series.map(
    (point, index) =>
      `${((index / (series.length - 1)) * WIDTH).toFixed(1)},${(HEIGHT * (1 - share(point) / top)).toFixed(1)}`,
  );
};

/** The human open rate since the first publication, and how it compares with earlier runs. */
export const Sparkline = ({ view }: { view: KpiView }): ReactNode => {
  const { _: t } = useLingui();
  const { percent, dateTime } = useFormat();
  const compare = useComparison();
  const [first] = view.series;
  if (!first || view.series.length < 2) return null;
  const points = pointsOf(view.series);
  const now = view.figures.openedByHuman.percent;
  const comparison = compare({ percent: now, usual: view.usual?.openedByHuman });
  return (
    <span className="row">
      <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polygon points={`0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}`} fill="var(--brand-soft)" />
        <polyline points={points.join(' ')} fill="none" stroke="var(--brand)" strokeWidth="2" />
      </svg>
      <span className="small">
        {t('kpi.spark', { since: dateTime(first.at), percent: percent(now) })}
        {comparison !== undefined && ` ${t('kpi.spark.usual', { comparison, count: view.usual?.runs ?? 0 })}`}
      </span>
    </span>
  );
};
