import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RecountView, StatsReport } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import type { useComputeStats } from './use-kpis.ts';

type Props = { computing: ReturnType<typeof useComputeStats>; recount: RecountView | undefined };

export const ComputeStatsButton = ({ computing, recount }: Props): ReactNode => {
  const { _: t } = useLingui();
  const isCounting = computing.isPending || recount?.state === 'counting';
  return (
    <button className="btn slim" type="button" disabled={isCounting} onClick={() => computing.mutate()}>
      <Icon name="stats" />
      {t(isCounting ? 'kpi.computing' : 'kpi.compute')}
    </button>
  );
};

/** What was corrected: old, new and by how much. */
const Corrected = ({ report }: { report: StatsReport }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t('kpi.computed.counter')}</th>
          <th scope="col">{t('kpi.computed.before')}</th>
          <th scope="col">{t('kpi.computed.after')}</th>
          <th scope="col">{t('kpi.computed.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {report.corrected.map(({ counter, before, after }) => (
          <tr key={counter}>
            <th scope="row">{t(`kpi.counter.${counter}`)}</th>
            <td>{number(before)}</td>
            <td>{number(after)}</td>
            <td>
              {after > before ? '+' : '−'}
              {number(Math.abs(after - before))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Found = ({ report }: { report: StatsReport }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const facts = { at: dateTime(report.computedAt), by: report.computedBy };
  if (report.corrected.length === 0) return <p>{t('kpi.computed.same', facts)}</p>;
  return (
    <>
      <p>{t('kpi.computed.differ', facts)}</p>
      <Corrected report={report} />
    </>
  );
};

const RecountState = ({ recount }: { recount: RecountView }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, percent } = useFormat();
  if (recount.state === 'none') return null;
  if (recount.state === 'done') return <Found report={recount.report} />;
  const facts = { at: dateTime(recount.since), by: recount.askedBy, percent: percent(recount.percent) };
  if (recount.state === 'gaveUp') return <p>{t(`kpi.recount.${recount.why}`, facts)}</p>;
  return (
    <>
      <p>{t(`kpi.recount.${recount.state}`, facts)}</p>
      <progress value={recount.percent} max={100} aria-label={t('kpi.computing')} />
    </>
  );
};

/** What counting anew has found, or how far it is: only the end of it is announced. */
export const ComputedStats = ({ computing, recount }: Props): ReactNode => (
  <div role={recount?.state === 'counting' ? undefined : 'status'} className="small muted">
    {recount && <RecountState recount={recount} />}
    <ProblemNote error={computing.error} />
  </div>
);
