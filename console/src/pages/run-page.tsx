import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { ConfirmationTile } from '../confirm/confirmation-tile.tsx';
import { DecisionBar } from '../confirm/decision-bar.tsx';
import { MailsCompared } from '../confirm/mails-compared.tsx';
import { DifferenceTile } from '../confirm/difference-tile.tsx';
import { HistoryTile } from '../confirm/history-tile.tsx';
import { MissingApprovers } from '../confirm/missing-approvers.tsx';
import { UnreachedNote } from '../confirm/unreached-note.tsx';
import { WhoMayConfirm } from '../confirm/who-may-confirm.tsx';
import { WithdrawButton } from '../confirm/withdraw-button.tsx';
import { BreakdownTiles } from '../kpi/breakdown-tiles.tsx';
import { DeploymentTile } from '../kpi/deployment-tile.tsx';
import { useKpis } from '../kpi/use-kpis.ts';
import { ReleaseTile } from '../schedule/release-tile.tsx';
import { ChecksTile } from '../prepare/checks-tile.tsx';
import { ExclusionLog } from '../prepare/exclusion-log.tsx';
import { MailPreview } from '../prepare/mail-preview.tsx';
import { PrepareAgain } from '../prepare/prepare-again.tsx';
import { ProofsForm } from '../prepare/proofs-form.tsx';
import { RunScheduleTile } from '../schedule/run-schedule-tile.tsx';
import { RunControls } from '../send/run-controls.tsx';
import { UnknownTile, type Sendable } from '../send/unknown-tile.tsx';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useRun } from '../shell/run-query.ts';
import { useSession } from '../shell/session.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { MessageLog, UnknownLog } from '../track/message-log.tsx';
import { AgainButton } from '../write/again-button.tsx';
import { TrackingLog } from '../track/tracking-log.tsx';
import { mayDecide, useWarnings } from './deciding.ts';
import { AudienceTile, FingerprintTile } from '../prepare/frozen-tiles.tsx';
import { RunSteps } from './run-steps.tsx';
import { RunVerdict } from './run-verdict.tsx';

const Tiles = ({ run }: { run: RunView }): ReactNode => {
  const isPrepared = run.manifestHash !== null;
  return (
    <>
      <div className="cols">
        <div>
          <AudienceTile run={run} />
          {run.checks.length > 0 && <ChecksTile checks={run.checks} />}
          <ReleaseTile run={run} />
          {isPrepared && <MailPreview run={run} />}
        </div>
        <div>
          <RunScheduleTile run={run} />
          <ConfirmationTile run={run} />
          <FingerprintTile run={run} />
          {isPrepared && <DifferenceTile run={run} />}
          <HistoryTile run={run} />
          {isPrepared && run.you.mayPrepare && !hasEnded(run) && <ProofsForm run={run} />}
        </div>
      </div>
      {/* Two mails beside each other take the width of the page. */}
      {isPrepared && <MailsCompared runId={run.id} />}
    </>
  );
};

/** Where the verdict's link to the unknown messages leads. */
const UNKNOWN = 'unknown';

const Next = ({ run, unknown }: { run: RunView; unknown: number }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  return (
    <>
      {unknown > 0 && (
        <a className="btn" href={`#${UNKNOWN}`}>
          {t('run.lookAtUnknown', { count: unknown, n: number(unknown) })}
        </a>
      )}
      <WithdrawButton run={run} />
      <RunControls run={run} />
      <PrepareAgain run={run} />
      <AgainButton run={run} />
    </>
  );
};

const Logs = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  if (!me.maySeeLogs) return run.manifestHash !== null && <p className="small muted">{t('run.logsHidden')}</p>;
  return <AllLogs run={run} />;
};

const AllLogs = ({ run }: { run: RunView }): ReactNode => (
  <>
    {run.sendingStartedAt !== null && (
      <>
        <MessageLog runId={run.id} />
        <TrackingLog runId={run.id} />
      </>
    )}
    {run.manifestHash !== null && <ExclusionLog runId={run.id} />}
  </>
);

/** Messages that may be sent again, and what can be done about them. */
const Unknown = ({ run, sendable }: { run: RunView; sendable: Sendable }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <div id={UNKNOWN}>
      <UnknownTile run={run} sendable={sendable}>
        {sendable.unknown > 0 && <UnknownLog runId={run.id} summary={t('send.unknown.open')} />}
      </UnknownTile>
    </div>
  );
};

/** Only once a run has ended is it settled who is unknown; before, they are under way. */
const useSendable = (run: RunView): Sendable => {
  const { data } = useKpis(run);
  const { unknown = 0, retryable = 0 } = (hasEnded(run) ? data?.figures.books : undefined) ?? {};
  return { unknown, retryable };
};

const Loaded = ({ run, problem }: { run: RunView; problem: unknown }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const warnings = useWarnings();
  const sendable = useSendable(run);
  const again = sendable.unknown + sendable.retryable;
  const { manifestHash } = run;
  const crumbs = [
    { to: '/campaigns', label: t('prepare.campaigns') },
    { to: `/campaigns/${run.campaignId}`, label: run.campaignName },
  ];
  return (
    <>
      <Page title={t('run.title', { time: dateTime(run.createdAt) })} crumbs={crumbs}>
        <ProblemNote error={problem} />
        <RunVerdict run={run} unknown={sendable.unknown} next={<Next run={run} unknown={again} />} />
        <MissingApprovers run={run} />
        <UnreachedNote run={run} />
        <WhoMayConfirm run={run} />
        <RunSteps run={run} />
        {run.sendingStartedAt !== null && <DeploymentTile run={run} />}
        {again > 0 && <Unknown run={run} sendable={sendable} />}
        <Tiles run={run} />
        {run.sendingStartedAt !== null && <BreakdownTiles runId={run.id} />}
        <Logs run={run} />
      </Page>
      {mayDecide(run) && manifestHash !== null && (
        <DecisionBar subject={{ run, manifestHash }} warnings={warnings(run)} />
      )}
    </>
  );
};

/** `/runs/:id` */
export const RunPage = (): ReactNode => {
  const { _: t } = useLingui();
  const { id = '' } = useParams();
  const { data, error } = useRun(id);
  if (data) return <Loaded run={data} problem={error} />;
  return (
    <Page title={t('prepare.col.run')} heading>
      {error ? <ProblemNote error={error} /> : <Waiting />}
    </Page>
  );
};
