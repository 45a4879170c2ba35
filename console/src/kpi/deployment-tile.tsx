import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { KpiView } from '../../../domain/kpi/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { LogDownload } from '../shell/log-download.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Books } from './books.tsx';
import { ComputedStats, ComputeStatsButton } from './compute-stats.tsx';
import { FigureGrid } from './figure-grid.tsx';
import { SendingProgress } from './sending-progress.tsx';
import { Series } from './series.tsx';
import { Sparkline } from './sparkline.tsx';
import { WaveTable } from './wave-table.tsx';
import { VariantTable } from './variant-table.tsx';
import { useComputeStats, useKpis, useRecount } from './use-kpis.ts';

const AsOf = ({ view }: { view: KpiView }): ReactNode => {
  const { _: t } = useLingui();
  const { time } = useFormat();
  const at = time(view.figures.asOf);
  if (view.live) return t('kpi.live', { at });
  const words = { at, next: time(view.nextAt) };
  if (view.stale) return <Trans id="kpi.stale" values={words} components={{ b: <b /> }} />;
  return <Trans id="kpi.asOf" values={words} components={{ b: <b /> }} />;
};

const Footer = ({ view }: { view: KpiView }): ReactNode => (
  <span className="row apart">
    <Sparkline view={view} />
    <LogDownload path={`/runs/${encodeURIComponent(view.figures.runId)}/kpis`} />
  </span>
);

/** Progress while it is being sent, and the six figures with the books that close them. */
export const DeploymentTile = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const kpis = useKpis(run);
  const computing = useComputeStats(run.id);
  const recount = useRecount(run.id).data;
  const view = kpis.data;
  const isSending = run.state === 'Sending' || run.state === 'Paused';
  const asOf = view && (
    <span className="row">
      <span className={view.stale ? 'asof stale' : 'asof'}>
        {view.stale && <Icon name="warn" />}
        <AsOf view={view} />
      </span>
      <ComputeStatsButton computing={computing} recount={recount} />
    </span>
  );
  return (
    <Tile title={t('kpi.deployment')} asOf={asOf} padded={false} footer={view && <Footer view={view} />}>
      <div className="in">
        <ProblemNote error={kpis.error} />
        {!view && !kpis.error && <p className="muted">{t('kpi.loading')}</p>}
        {view && isSending && <SendingProgress view={view} />}
        {view?.figures.books.unknown === 0 && run.state === 'Finished' && (
          <p className="small muted">{t('kpi.finished')}</p>
        )}
      </div>
      {view && (
        <>
          <FigureGrid view={view} />
          <div className="in">
            <WaveTable view={view} run={run} />
            <VariantTable view={view} run={run} />
            <Books books={view.figures.books} />
            <ComputedStats computing={computing} recount={recount} />
          </div>
          <Series series={view.series} />
        </>
      )}
    </Tile>
  );
};
