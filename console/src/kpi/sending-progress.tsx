import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { Announced } from './announced.tsx';
import { SendingParts } from './sending-parts.tsx';
import { useProgress } from './use-progress.ts';

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

/** How far sending is, how fast, when it ends about, and where everybody's message is. */
export const SendingProgress = ({ view }: { view: KpiView }): ReactNode => {
  const { _: t } = useLingui();
  const { number, percent, duration, time } = useFormat();
  const progress = useProgress(view);
  const { done, toDeliver, perSecond, secondsLeft, endsAt } = progress;
  const isPaused = view.figures.state === 'Paused';
  const left = toDeliver - done;
  const share = toDeliver === 0 ? 0 : done / toDeliver;
  const ofTotal = t('kpi.ofTotal', { count: number(done), of: number(toDeliver) });
  const still = secondsLeft === null ? undefined : duration(secondsLeft * 1000);
  const through = t('kpi.through', { percent: percent(Math.floor(share * 1000) / 10) });
  return (
    <>
      <Announced text={`${through}, ${ofTotal}`} />
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
            <dd>{t('kpi.perSecond', { n: number(perSecond) })}</dd>
          </div>
          <div>
            <dt>{t('kpi.endsAbout')}</dt>
            <dd>
              {endsAt === null ? t(isPaused ? 'kpi.paused' : 'kpi.unknownYet') : time(endsAt)}
              <small>
                {still === undefined
                  ? t('kpi.left', { n: number(left) })
                  : t('kpi.leftFor', { n: number(left), duration: still })}
              </small>
            </dd>
          </div>
        </dl>
      </div>
      <SendingParts figures={view.figures} progress={progress} />
    </>
  );
};
