import { Trans, useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ConfirmationView } from '../../../domain/confirm/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { ConfirmationTile } from '../confirm/confirmation-tile.tsx';
import { DecisionBar } from '../confirm/decision-bar.tsx';
import { DifferenceTile } from '../confirm/difference-tile.tsx';
import { HistoryTile } from '../confirm/history-tile.tsx';
import { LinkFateNote } from '../confirm/link-fate-note.tsx';
import { MailsCompared } from '../confirm/mails-compared.tsx';
import { useConfirmation } from '../confirm/use-confirmation.ts';
import { MissingApprovers } from '../confirm/missing-approvers.tsx';
import { UnreachedNote } from '../confirm/unreached-note.tsx';
import { WhoMayConfirm } from '../confirm/who-may-confirm.tsx';
import { ChecksTile } from '../prepare/checks-tile.tsx';
import { MailPreview } from '../prepare/mail-preview.tsx';
import { RunScheduleTile } from '../schedule/run-schedule-tile.tsx';
import { ReleaseTile } from '../schedule/release-tile.tsx';
import { ApiProblem } from '../shell/api.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { mayDecide, useWarnings } from './deciding.ts';
import { AudienceTile, FingerprintTile } from '../prepare/frozen-tiles.tsx';
import { RunVerdict } from './run-verdict.tsx';

const BoundTo = ({ address }: { address: string }): ReactNode => (
  <p className="crumbs">
    <span>
      <Trans id="confirm.linkFor" values={{ address: <>{address}</> }} components={{ b: <b /> }} />
    </span>
  </p>
);

type OpenProps = { view: ConfirmationView; run: RunView; linkId: string; onDecided: () => void };

const Open = ({ view, run, linkId, onDecided }: OpenProps): ReactNode => {
  const { _: t } = useLingui();
  const warnings = useWarnings();
  const { manifestHash } = run;
  return (
    <>
      <Page title={t('run.confirmTitle', { name: run.campaignName })}>
        <BoundTo address={view.boundTo} />
        <RunVerdict run={run} />
        <MissingApprovers run={run} />
        <UnreachedNote run={run} />
        <WhoMayConfirm run={run} />
        <div className="cols wide">
          <div>
            <AudienceTile run={run} title={t('prepare.who')} />
            <RunScheduleTile run={run} />
          </div>
          <div>
            <MailPreview run={run} />
          </div>
        </div>
        <div className="cols even">
          <div>
            <ChecksTile checks={run.checks} />
            <ReleaseTile run={run} />
          </div>
          <div>
            <DifferenceTile run={run} />
            <FingerprintTile run={run} deciding />
            <ConfirmationTile run={run} />
            <HistoryTile run={run} />
          </div>
        </div>
        <MailsCompared runId={run.id} />
      </Page>
      {mayDecide(run) && manifestHash !== null && (
        <DecisionBar subject={{ run, manifestHash, linkId }} warnings={warnings(run)} onDecided={onDecided} />
      )}
    </>
  );
};

const Dead = ({ view }: { view: ConfirmationView }): ReactNode => {
  const { _: t } = useLingui();
  const { fate, run, boundTo } = view;
  return (
    <Page title={t('run.linkTitle')} heading>
      <BoundTo address={boundTo} />
      {fate !== 'open' && <LinkFateNote view={view} fate={fate} />}
      {run && <RunVerdict run={run} headingLevel={2} />}
    </Page>
  );
};

const Unknown = (): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Page title={t('run.linkTitle')} heading>
      <Notice tone="warn" title={t('confirm.fate.unknown')}>
        <p>{t('confirm.fate.unknownWhy')}</p>
        <p>
          <Link to="/">{t('shell.home')}</Link>
        </p>
      </Notice>
    </Page>
  );
};

/** `/confirmations/:linkId`: the page behind the mailed link. Opening it decides nothing. */
export const ConfirmationPage = (): ReactNode => {
  const { _: t } = useLingui();
  const { linkId = '' } = useParams();
  const navigate = useNavigate();
  const [isDecided, setDecided] = useState(false);
  const { data: view, error } = useConfirmation(linkId);
  const run = view?.run;
  const leave = (): void => {
    setDecided(true);
    void navigate(`/runs/${run?.id}`);
  };
  if (view?.fate === 'open' && run) return <Open view={view} run={run} linkId={linkId} onDecided={leave} />;
  // Whoever has just decided goes to the run, and is not warned meanwhile that their link is used up.
  if (view && !isDecided) return <Dead view={view} />;
  if (error instanceof ApiProblem && error.code === 'not-found') return <Unknown />;
  return (
    <Page title={t('run.linkTitle')} heading>
      {error ? <ProblemNote error={error} /> : <Waiting />}
    </Page>
  );
};
