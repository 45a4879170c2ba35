import { useLingui } from '@lingui/react';
import { AxisBottom } from '@visx/axis';
import { PatternLines } from '@visx/pattern';
import { scaleBand, scaleLinear } from '@visx/scale';
import { BarStack } from '@visx/shape';
import { useId, type ReactNode } from 'react';
import { useFormat } from '../shell/format.ts';
import { BASE, BottomLabel, HEIGHT, LEFT, TICKS, TOP, Values, WIDTH } from './chart-frame.tsx';
import type { Bar, Bars } from './hour-bars.ts';

/** Labels beneath: none touches the next at 320 px. */
const LABELS = 5;
const SLIM = 48;

const kinds = ['human', 'machine', 'unknown'] as const;
type Kind = (typeof kinds)[number];

const total = ({ human, machine, unknown }: Bar): number => human + machine + unknown;

const paint = (kind: Kind, hatch: string) =>
  ({
    human: { className: 'hu' },
    machine: { className: 'ma', fill: `url(#${hatch})` },
    unknown: { className: 'un' },
  })[kind];

const Stacks = ({ bars, x, y }: { bars: Bar[]; x: ReturnType<typeof xOf>; y: ReturnType<typeof yOf> }): ReactNode => {
  const hatch = useId();
  return (
    <>
      <PatternLines
        id={hatch}
        width={4}
        height={4}
        stroke="var(--bar-machine)"
        strokeWidth={2}
        orientation={['diagonal']}
      />
      <BarStack data={bars} keys={[...kinds]} x={({ from }) => from} xScale={x} yScale={y} color={(kind) => kind}>
        {(stacks) =>
          stacks.flatMap(({ key, bars: parts }) =>
            parts
              .filter(({ height }) => height > 0)
              .map((part) => (
                <rect
                  key={`${key} ${part.index}`}
                  {...paint(key, hatch)}
                  x={part.x}
                  y={part.y}
                  width={part.width}
                  height={part.height}
                />
              )),
          )
        }
      </BarStack>
    </>
  );
};

const iso = (from: number): string => new Date(from).toISOString();

/** A few bars stay as slim as many. */
const paddingOf = (count: number): number => Math.max(0.3, 1 - (SLIM * count) / (WIDTH - LEFT));

const xOf = (bars: readonly Bar[]) =>
  scaleBand({ domain: bars.map(({ from }) => from), range: [LEFT, WIDTH], padding: paddingOf(bars.length) });
const yOf = (highest: number) => scaleLinear({ domain: [0, highest], range: [BASE, TOP], nice: TICKS });

/** Hours as stacked bars, people below and solid, machines hatched, whoever nobody knows as an outline; the table beside it has the figures. */
export const HourChart = ({ title, unit, bars }: Bars & { title: string }): ReactNode => {
  const { _: t } = useLingui();
  const { number, clock, shortDay, dateTime, day } = useFormat();
  const most = bars.toSorted((one, other) => total(other) - total(one))[0];
  const sum = bars.reduce((so, bar) => so + total(bar), 0);
  if (!most || sum === 0) return null;
  const x = xOf(bars);
  const y = yOf(total(most));
  const every = Math.ceil(bars.length / LABELS);

  const at = unit === 'hour' ? dateTime(iso(most.from)) : day(iso(most.from));
  const label = t('kpi.chart.label', { title, n: number(total(most)), at, human: number(most.human) });
  return (
    <figure>
      <figcaption className="small">
        <b>{title}</b> <span className="muted">{t('kpi.chart.messages', { count: sum, n: number(sum) })}</span>
      </figcaption>
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <Values scale={y} right={WIDTH} format={number} />
        <Stacks bars={bars} x={x} y={y} />
        <AxisBottom
          scale={x}
          top={BASE}
          stroke="var(--line-strong)"
          tickValues={bars.map(({ from }) => from).filter((_, index) => index % every === 0)}
          tickFormat={(from) => (unit === 'hour' ? clock(iso(from)) : shortDay(iso(from)))}
          tickComponent={BottomLabel}
          hideTicks
        />
      </svg>
    </figure>
  );
};
