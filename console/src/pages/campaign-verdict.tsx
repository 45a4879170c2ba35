import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Campaign } from '../../../domain/model/campaign.ts';
import type { CampaignDetail } from '../../../domain/write/api.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { Icon } from '../shell/icon.tsx';
import { useSession } from '../shell/session.tsx';
import { VerdictBar } from '../shell/verdict-bar.tsx';
import { CopyButton } from '../write/copy-button.tsx';
import { BlockedBy } from '../prepare/blocked-by.tsx';
import { PrepareButton } from '../prepare/prepare-button.tsx';
import { BesidesNote } from '../schedule/series-note.tsx';
import { useScheduleText } from '../shell/schedule-text.ts';
import { useStateSince } from '../write/state-since.ts';

const Next = ({ campaign, latest }: { campaign: Campaign; latest: RunView | undefined }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const mayChange = me.mayPrepare && !campaign.archived;
  const isPending = latest !== undefined && !hasEnded(latest);
  return (
    <>
      {latest && (
        <Link className="btn" to={`/runs/${latest.id}`}>
          {t('prepare.openRun')}
          <Icon name="arrow" />
        </Link>
      )}
      {mayChange && (
        <Link className="btn" to={`/campaigns/${campaign.id}/edit`}>
          {t('prepare.edit')}
        </Link>
      )}
      {me.mayPrepare && <CopyButton campaign={campaign} />}
      {mayChange && !isPending && (
        <PrepareButton campaignId={campaign.id} isSeries={campaign.schedule.mode === 'recurring'} />
      )}
    </>
  );
};

/** Where a campaign stands, and the button that prepares it. */
export const CampaignVerdict = ({ detail }: { detail: CampaignDetail }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  const scheduleText = useScheduleText();
  const since = useStateSince();
  const { campaign, runs } = detail;
  const [latest] = runs;
  return (
    <VerdictBar
      state={latest?.state ?? 'Draft'}
      eyebrow={scheduleText(campaign.schedule)}
      title={campaign.name}
      next={<Next campaign={campaign} latest={latest} />}
    >
      {latest ? (
        <p>
          {t('prepare.latest', { state: t(`shell.state.${latest.state}`) })}, {since(latest)}.{' '}
          {!hasEnded(latest) && t('prepare.runPending')}
        </p>
      ) : (
        <p>{t('prepare.draftWhy')}</p>
      )}
      {latest?.state === 'PreparationFailed' && <BlockedBy checks={latest.checks} />}
      {me.mayPrepare && (!latest || hasEnded(latest)) && <BesidesNote detail={detail} />}
      {!me.mayPrepare && (
        <p>
          {t('prepare.mayNot')} {t('prepare.mayNotWhy')}
        </p>
      )}
    </VerdictBar>
  );
};
