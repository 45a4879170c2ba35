import { AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import type { scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';

/** The measures that all charts share, in units of their view box; labels stand left of LEFT and beneath BASE. */
export const WIDTH = 400;
export const HEIGHT = 184;
export const LEFT = 52;
export const BASE = 156;
export const TOP = 16;
export const TICKS = 4;

type Label = { x: number; y: number; formattedValue?: string | undefined };

const LeftLabel = ({ x, y, formattedValue }: Label): ReactNode => (
  <text x={x} y={y} dy="0.32em" textAnchor="end">
    {formattedValue}
  </text>
);

type ValuesProps = { scale: ReturnType<typeof scaleLinear<number>>; right: number; format: (value: number) => string };

/** Whole values on the left, each with a line across to `right`. */
export const Values = ({ scale, right, format }: ValuesProps): ReactNode => {
  const whole = scale.ticks(TICKS).filter(Number.isInteger);
  return (
    <>
      <GridRows scale={scale} width={right - LEFT} left={LEFT} tickValues={whole} stroke="var(--line)" />
      <AxisLeft
        scale={scale}
        left={LEFT}
        tickValues={whole}
        tickFormat={(value) => format(Number(value))}
        tickComponent={LeftLabel}
        hideAxisLine
        hideTicks
      />
    </>
  );
};

export const BottomLabel = ({ x, y, formattedValue }: Label): ReactNode => (
  <text x={x} y={y} dy="0.4em" textAnchor="middle">
    {formattedValue}
  </text>
);
