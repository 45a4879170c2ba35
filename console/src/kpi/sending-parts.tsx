import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Figures } from '../../../domain/model/figures.ts';
import type { Progress } from '../../../domain/kpi/progress.ts';
import { useFormat } from '../shell/format.ts';

type PartName = 'delivered' | 'handedOver' | 'inFlight' | 'throttled' | 'failed' | 'unknown' | 'stopped' | 'notBegun';
type Part = { look: string; name: PartName; count: number };

/** Handed over, receipt pending: what is pending without what is not out yet. */
const partsOf = ({ books }: Figures, progress: Progress): Part[] => [
  { look: 'k-done', name: 'delivered', count: books.delivered },
  {
    look: 'k-handed',
    name: 'handedOver',
    count: Math.max(0, books.pending - progress.inFlight - progress.throttled - progress.notBegun),
  },
  { look: 'k-flight', name: 'inFlight', count: progress.inFlight },
  { look: 'k-throttle', name: 'throttled', count: progress.throttled },
  { look: 'k-failed', name: 'failed', count: progress.failed },
  { look: 'k-unknown', name: 'unknown', count: progress.unknown },
  { look: 'k-stopped', name: 'stopped', count: progress.stopped },
  { look: 'k-rest', name: 'notBegun', count: progress.notBegun },
];

/** Everybody by where their message is now: a bar for the eye, and the same as words and numbers. */
export const SendingParts = ({ figures, progress }: { figures: Figures; progress: Progress }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const parts = partsOf(figures, progress);
  return (
    <>
      <div className="stack" aria-hidden="true">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ look, count }) => (
            <i key={look} className={look} style={{ flex: `${count} 1 0` }} />
          ))}
      </div>
      <ul className="legend two">
        {parts.map(({ look, name, count }) => (
          <li key={look}>
            <i className={look} aria-hidden="true" />
            <span>
              {t(`kpi.part.${name}`)} <small>{t(`kpi.part.${name}.how`)}</small>
            </span>
            <b className="num">{number(count)}</b>
          </li>
        ))}
      </ul>
    </>
  );
};
