import { useLingui } from '@lingui/react';
import { AxisBottom } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import type { WeekLine } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { BASE, BottomLabel, HEIGHT, LEFT, TICKS, TOP, Values, WIDTH } from './chart-frame.tsx';

export const weekFigures = [
  'delivered',
  'bounced',
  'complained',
  'openedByHuman',
  'clickedByHuman',
  'unsubscribed',
] as const;
export type WeekFigure = (typeof weekFigures)[number];

/** Labels beneath: none touches the next at 320 px. */
const LABELS = 5;

/** A date is no instant: at noon in UTC it is the same day for nearly everybody. */
export const noonOf = (date: string): string => `${date}T12:00:00Z`;

type BarsProps = { lines: readonly WeekLine[]; figure: WeekFigure; most: number };

const Bars = ({ lines, figure, most }: BarsProps): ReactNode => {
  const { number, shortDay } = useFormat();
  const x = scaleBand({ domain: lines.map(({ from }) => from), range: [LEFT, WIDTH], padding: 0.3 });
  const y = scaleLinear({ domain: [0, most], range: [BASE, TOP], nice: TICKS });
  const every = Math.ceil(lines.length / LABELS);
  return (
    <>
      <Values scale={y} right={WIDTH} format={number} />
      {lines.map((line) => (
        <rect
          key={line.week}
          className="hu"
          x={x(line.from)}
          y={y(line[figure].count)}
          width={x.bandwidth()}
          height={BASE - y(line[figure].count)}
        />
      ))}
      <AxisBottom
        scale={x}
        top={BASE}
        stroke="var(--line-strong)"
        tickValues={lines.map(({ from }) => from).filter((_, index) => index % every === 0)}
        tickFormat={(from) => shortDay(noonOf(from))}
        tickComponent={BottomLabel}
        hideTicks
      />
    </>
  );
};

/** One figure of each week as a bar; the table beneath has them all. Nothing when all are 0. */
export const WeekChart = ({ lines, figure }: Omit<BarsProps, 'most'>): ReactNode => {
  const { _: t } = useLingui();
  const { number, day } = useFormat();
  const most = lines.toSorted((one, other) => other[figure].count - one[figure].count)[0];
  const sum = lines.reduce((so, line) => so + line[figure].count, 0);
  if (!most || sum === 0) return null;
  const title = t(`weeks.of.${figure}`);
  const values = { title, n: number(most[figure].count), from: day(noonOf(most.from)) };
  return (
    <figure>
      <figcaption className="small">
        <b>{title}</b> <span className="muted">{t('kpi.chart.messages', { count: sum, n: number(sum) })}</span>
      </figcaption>
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('weeks.chart.label', values)}>
        <Bars lines={lines} figure={figure} most={most[figure].count} />
      </svg>
    </figure>
  );
};
