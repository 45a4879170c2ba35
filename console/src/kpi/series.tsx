import { useLingui } from '@lingui/react';
import { AxisBottom } from '@visx/axis';
import { scaleLinear, scaleTime } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { BASE, BottomLabel, HEIGHT, LEFT, TICKS, TOP, Values, WIDTH } from './chart-frame.tsx';

type Point = KpiView['series'][number];

const DAY_MS = 86_400_000;
/** Right of it the last label has room. */
const RIGHT = WIDTH - 24;

const lines = [
  { name: 'opened', color: 'var(--bar-machine)', dashes: '4 3' },
  { name: 'openedByHuman', color: 'var(--bar-human)', dashes: undefined },
  { name: 'clicked', color: 'var(--sending)', dashes: '1 3' },
] as const;

const percent = (count: number, { delivered }: Point): number => (delivered === 0 ? 0 : (100 * count) / delivered);

const Chart = ({ series }: { series: readonly Point[] }): ReactNode => {
  const { _: t } = useLingui();
  const { number, clock, shortDay } = useFormat();
  const times = series.map(({ at }) => Date.parse(at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const highest = Math.max(...series.map((point) => percent(point.opened, point)), 1);
  const x = scaleTime({ domain: [from, to], range: [LEFT, RIGHT] });
  const y = scaleLinear({ domain: [0, highest], range: [BASE, TOP], nice: TICKS });
  const label = (at: Date): string => (to - from > 2 * DAY_MS ? shortDay : clock)(at.toISOString());
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('kpi.series.label')}>
      <Values scale={y} right={RIGHT} format={(value) => `${number(value)} %`} />
      {lines.map(({ name, color, dashes }) => (
        <LinePath
          key={name}
          data={[...series]}
          x={({ at }) => x(Date.parse(at))}
          y={(point) => y(percent(point[name], point))}
          stroke={color}
          strokeWidth={2}
          strokeDasharray={dashes}
        />
      ))}
      <AxisBottom
        scale={x}
        top={BASE}
        stroke="var(--line-strong)"
        numTicks={4}
        tickFormat={(at) => label(new Date(Number(at)))}
        tickComponent={BottomLabel}
        hideTicks
      />
    </svg>
  );
};

const Key = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <p className="key">
      {lines.map(({ name, color, dashes }) => (
        <span key={name}>
          <svg width="24" height="8" aria-hidden="true">
            <path d="M0 4H24" stroke={color} strokeWidth="2" strokeDasharray={dashes} />
          </svg>
          {t(`kpi.series.${name}`)}
        </span>
      ))}
    </p>
  );
};

/** The published snapshots as a picture, and the same figures as a table. */
export const Series = ({ series }: { series: readonly Point[] }): ReactNode => {
  const { _: t } = useLingui();
  const { number, dateTime } = useFormat();
  if (series.length < 2) return null;
  return (
    <div className="in">
      <h3>{t('kpi.series')}</h3>
      <Key />
      <div className="charts">
        <figure>
          <Chart series={series} />
        </figure>
      </div>
      <Disclosure summary={t('kpi.series.table')}>
        <table className="tbl stacked four">
          <thead>
            <tr>
              <th scope="col">{t('kpi.series.at')}</th>
              <th scope="col">{t('kpi.delivered')}</th>
              <th scope="col">{t('kpi.opened')}</th>
              <th scope="col">{t('kpi.series.openedByHuman')}</th>
              <th scope="col">{t('kpi.clicked')}</th>
            </tr>
          </thead>
          <tbody>
            {series.map((point) => (
              <tr key={point.at}>
                <th scope="row">{dateTime(point.at)}</th>
                <td>{number(point.delivered)}</td>
                <td>{number(point.opened)}</td>
                <td>{number(point.openedByHuman)}</td>
                <td>{number(point.clicked)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </div>
  );
};
