import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

const Ring = ({ share, label, sub }: { share: number; label: string; sub: string }): ReactNode => (
  <svg className="ring" viewBox="0 0 128 128" aria-hidden="true">
    <circle cx="64" cy="64" r={RADIUS} fill="none" stroke="var(--bar-rest)" strokeWidth="13" />
    <circle
      cx="64"
      cy="64"
      r={RADIUS}
      fill="none"
      stroke="var(--sending)"
      strokeWidth="13"
      strokeDasharray={`${ROUND * share} ${ROUND}`}
      transform="rotate(-90 64 64)"
    />
    <text x="64" y="69">
      {label}
    </text>
    <text className="sub" x="64" y="84">
      {sub}
    </text>
  </svg>
);

/** How far sending is, how fast, and when it ends about. */
export const SendingProgress = ({ view }: { view: KpiView }): ReactNode => {
  const { t } = useTranslation();
  const { number, percent, duration } = useFormat();
  const { books, toDeliver, sent } = view.figures;
  // What will not be sent any more is done as well.
  const done = Math.max(0, Math.min(toDeliver, sent.count + books.stopped));
  const left = toDeliver - done;
  const share = toDeliver === 0 ? 0 : done / toDeliver;
  const ofTotal = t('kpi.ofTotal', { count: number(done), of: number(toDeliver) });
  const ends = view.perSecond > 0 ? duration((left / view.perSecond) * 1000) : t('kpi.unknownYet');
  const through = t('kpi.through', { percent: percent(Math.floor(share * 1000) / 10) });
  return (
    <div className="ringrow">
      <div
        role="progressbar"
        aria-label={t('kpi.deployment')}
        aria-valuemin={0}
        aria-valuemax={toDeliver}
        aria-valuenow={done}
        aria-valuetext={`${through}, ${ofTotal}`}
      >
        <Ring share={share} label={percent(Math.floor(share * 1000) / 10)} sub={ofTotal} />
      </div>
      <dl className="pair">
        <div>
          <dt>{t('kpi.rateNow')}</dt>
          <dd>{t('kpi.perSecond', { n: number(Math.round(view.perSecond)) })}</dd>
        </div>
        <div>
          <dt>{t('kpi.endsIn')}</dt>
          <dd>
            {ends}
            <small>{t('kpi.left', { n: number(left) })}</small>
          </dd>
        </div>
      </dl>
    </div>
  );
};
