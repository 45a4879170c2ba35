import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatsReport } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import type { useComputeStats } from './use-kpis.ts';

type Computing = ReturnType<typeof useComputeStats>;

export const ComputeStatsButton = ({ computing }: { computing: Computing }): ReactNode => {
  const { t } = useTranslation();
  return (
    <button className="btn slim" type="button" disabled={computing.isPending} onClick={() => computing.mutate()}>
      <Icon name="stats" />
      {t(computing.isPending ? 'kpi.computing' : 'kpi.compute')}
    </button>
  );
};

const Found = ({ report }: { report: StatsReport }): ReactNode => {
  const { t } = useTranslation();
  const { time, number } = useFormat();
  const list = Object.entries(report.difference).map(
    ([name, by]) => `${name} ${by > 0 ? '+' : '−'}${number(Math.abs(by))}`,
  );
  const facts = { at: time(report.computedAt), by: report.computedBy, list: list.join(', ') };
  return <p>{t(list.length === 0 ? 'kpi.computed.same' : 'kpi.computed.differ', facts)}</p>;
};

/** What counting anew has found. */
export const ComputedStats = ({ computing }: { computing: Computing }): ReactNode => (
  <div role="status" className="small muted">
    {computing.data && <Found report={computing.data} />}
    <ProblemNote error={computing.error} />
  </div>
);
