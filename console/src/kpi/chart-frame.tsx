import type { ReactNode } from 'react';

/** The measures that all charts share, in units of their view box; labels stand left of LEFT and beneath BASE. */
export const WIDTH = 400;
export const HEIGHT = 184;
export const LEFT = 52;
export const BASE = 156;
export const TOP = 16;
export const TICKS = 4;

type Label = { x: number; y: number; formattedValue?: string | undefined };

export const LeftLabel = ({ x, y, formattedValue }: Label): ReactNode => (
  <text x={x} y={y} dy="0.32em" textAnchor="end">
    {formattedValue}
  </text>
);

export const BottomLabel = ({ x, y, formattedValue }: Label): ReactNode => (
  <text x={x} y={y} dy="0.4em" textAnchor="middle">
    {formattedValue}
  </text>
);
