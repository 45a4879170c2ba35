import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import type { RunState } from '../../../domain/model/run.ts';
import { campaignBlocks } from '../../../domain/model/campaign-blocks.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { fingerprint } from '../../../domain/model/fingerprint.ts';
import { AuditTile } from '../shell/audit-tile.tsx';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { iconOf, lookOf } from '../shell/state-mark.tsx';
import { useHistory } from './use-confirming.ts';

/** What an entry looks like: the state to which it belongs. */
const looks = {
  prepared: 'Finished',
  preparationFailed: 'PreparationFailed',
  confirmationRequested: 'AwaitingConfirmation',
  confirmed: 'Scheduled',
  rejected: 'Rejected',
  changesRequested: 'Rejected',
  withdrawn: 'AwaitingConfirmation',
  startMissed: 'AwaitingConfirmation',
  reassigned: 'AwaitingConfirmation',
  reminded: 'AwaitingConfirmation',
  escalated: 'AwaitingConfirmation',
  approversMissing: 'AwaitingConfirmation',
  expired: 'Expired',
  voided: 'Stopped',
  sendingStarted: 'Sending',
  waveBegun: 'Sending',
  abTestDecided: 'Sending',
  heldForQuota: 'Sending',
  paused: 'Paused',
  pausedByItself: 'Paused',
  resumed: 'Sending',
  stopped: 'Stopped',
  finished: 'Finished',
  proofSent: 'Preparing',
  statsComputed: 'Finished',
  manifestDiffers: 'Stopped',
  audienceGone: 'Stopped',
  settledMeanwhile: 'Stopped',
  notReleased: 'Stopped',
  seriesPaused: 'Stopped',
  seriesEnded: 'Stopped',
  startSkipped: 'Stopped',
  validityOver: 'Stopped',
  resendAsked: 'Preparing',
} as const satisfies Record<string, RunState>;
type Known = keyof typeof looks;

const isKnown = (what: string): what is Known => what in looks;

const Entry = ({ record }: { record: AuditRecord }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, allOf } = useFormat();
  const { what, by, at, facts } = record;
  const state: RunState = isKnown(what) ? looks[what] : 'Preparing';
  const { reason, manifestHash, until, changed = '' } = facts;
  const blocks = campaignBlocks.filter((block) => String(changed).split(' ').includes(block));
  return (
    <li className={lookOf(state)}>
      <i className="dot">
        <Icon name={iconOf(state)} />
      </i>
      <div className="ev">
        <p>
          {isKnown(what) ? t(`confirm.event.${what}`) : t('confirm.event.other', { what })} ·{' '}
          <b>{by?.name ?? t('confirm.by.system')}</b>
        </p>
        {blocks.length > 0 && (
          <small>{t('confirm.changed', { blocks: allOf(blocks.map((block) => t(`confirm.block.${block}`))) })}</small>
        )}
        {what === 'heldForQuota' && typeof until === 'string' && (
          <small>{t('confirm.notBefore', { time: dateTime(until) })}</small>
        )}
        {typeof reason === 'string' && <small>{t('confirm.quoted', { reason })}</small>}
        {typeof manifestHash === 'string' && <small className="mono">{fingerprint(manifestHash)}</small>}
        <time dateTime={at}>{dateTime(at)}</time>
      </div>
    </li>
  );
};

/** Who did what to a run. */
export const HistoryTile = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useHistory(run);
  return (
    <AuditTile
      words={{ title: t('confirm.history'), none: t('confirm.history.none'), save: t('confirm.history.export') }}
      records={data}
      error={error}
      fileName={`audit-${run.id}.jsonl`}
      Entry={Entry}
    />
  );
};
