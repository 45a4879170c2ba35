import type { ReactNode } from 'react';
import type { SketchPart, SketchSection } from '../../../domain/content/sketch.ts';

/** Height of each part, and of the room below it; the drawing is 100 wide. */
const heights: Record<SketchPart, number> = {
  title: 7,
  heading: 5,
  text: 8,
  small: 3,
  button: 8,
  rows: 12,
  line: 1,
  picture: 16,
};
const GAP = 3;
const WIDTH = 100;
const MARGIN = 6;

const linesIn = (part: SketchPart): readonly number[] => {
  if (part === 'text') return [1, 0.7];
  return part === 'rows' ? [0.9, 0.8, 0.85] : [part === 'title' ? 0.8 : part === 'button' ? 0.45 : 0.6];
};

type Placed = { x: number; y: number; width: number };

const Part = ({ part, at }: { part: SketchPart; at: Placed }): ReactNode =>
  linesIn(part).map((share, index, all) => {
    const height = heights[part] / all.length;
    return (
      <rect
        key={index}
        className={part}
        x={at.x}
        y={at.y + index * height}
        width={at.width * share}
        height={all.length > 1 ? height * 0.5 : height}
        rx={part === 'button' ? 2 : 0.5}
      />
    );
  });

const columnHeight = (parts: readonly SketchPart[]): number =>
  parts.reduce((sum, part) => sum + heights[part] + GAP, GAP);

const sectionHeight = ({ columns }: SketchSection): number => Math.max(...columns.map(columnHeight), 0);

const Column = ({ parts, at }: { parts: readonly SketchPart[]; at: Placed }): ReactNode =>
  parts.map((part, index) => (
    <Part key={index} part={part} at={{ ...at, y: at.y + columnHeight(parts.slice(0, index)) }} />
  ));

const Section = ({ section, y }: { section: SketchSection; y: number }): ReactNode => {
  const { ground, columns } = section;
  const width = (WIDTH - 2 * MARGIN) / Math.max(columns.length, 1);
  return (
    <g className={ground}>
      <rect className="ground" x={MARGIN / 2} y={y} width={WIDTH - MARGIN} height={sectionHeight(section)} />
      {columns.map((parts, index) => (
        <Column key={index} parts={parts} at={{ x: MARGIN + 2 + index * width, y, width: width - 4 }} />
      ))}
    </g>
  );
};

/** A drawing of a mail: made of its code, so that it never shows another one. */
export const TemplatePicture = ({ sections }: { sections: readonly SketchSection[] }): ReactNode => {
  const tops = sections.map((_, index) => sections.slice(0, index).reduce((sum, one) => sum + sectionHeight(one), 0));
  return (
    <svg className="sketch" viewBox={`0 0 ${WIDTH} 120`} preserveAspectRatio="xMidYMin slice" aria-hidden="true">
      {sections.map((section, index) => (
        <Section key={index} section={section} y={tops[index] ?? 0} />
      ))}
    </svg>
  );
};
