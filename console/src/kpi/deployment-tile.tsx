import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { KpiView } from '../../../domain/kpi/api.ts';
import type { RunView } from '../../../domain/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Books } from './books.tsx';
import { ComputedStats, ComputeStatsButton } from './compute-stats.tsx';
import { FigureGrid } from './figure-grid.tsx';
import { SendingProgress } from './sending-progress.tsx';
import { Series } from './series.tsx';
import { useComputeStats, useKpis } from './use-kpis.ts';

const AsOf = ({ view }: { view: KpiView }): ReactNode => {
  const { t } = useTranslation();
  const { time } = useFormat();
  const at = time(view.figures.asOf);
  if (view.live) return t('kpi.live', { at });
  return <Trans i18nKey="kpi.asOf" values={{ at, next: time(view.nextAt) }} components={{ b: <b /> }} />;
};

/** Progress while it is being sent, and the six figures with the books that close them. */
export const DeploymentTile = ({ run }: { run: RunView }): ReactNode => {
  const { t } = useTranslation();
  const kpis = useKpis(run);
  const computing = useComputeStats(run.id);
  const view = kpis.data;
  const isSending = run.state === 'Sending' || run.state === 'Paused';
  const asOf = view && (
    <span className="row">
      <span className="asof">
        <AsOf view={view} />
      </span>
      <ComputeStatsButton computing={computing} />
    </span>
  );
  return (
    <Tile title={t('kpi.deployment')} asOf={asOf} padded={false}>
      <div className="in">
        <ProblemNote error={kpis.error} />
        {!view && !kpis.error && <p className="muted">{t('kpi.loading')}</p>}
        {view && isSending && <SendingProgress view={view} />}
        {view && run.state === 'Finished' && <p className="small muted">{t('kpi.finished')}</p>}
      </div>
      {view && (
        <>
          <FigureGrid figures={view.figures} />
          <div className="in">
            <Books books={view.figures.books} />
            <ComputedStats computing={computing} />
          </div>
          <Series series={view.series} />
        </>
      )}
    </Tile>
  );
};
