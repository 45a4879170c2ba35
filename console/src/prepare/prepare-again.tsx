import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RunView } from '../../../domain/model/run-view.ts';
import { PrepareButton } from './prepare-button.tsx';

const endedUnsent: readonly RunView['state'][] = ['PreparationFailed', 'Rejected', 'Expired', 'Stopped', 'Skipped'];

/** After an end without a full send: change the campaign, or prepare it once more. A resend is asked for where it began. */
export const PrepareAgain = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  if (!run.you.mayPrepare || run.resendOf !== null || !endedUnsent.includes(run.state)) return null;
  return (
    <>
      <Link className="btn" to={`/campaigns/${run.campaignId}/edit`}>
        {t('prepare.edit')}
      </Link>
      <PrepareButton campaignId={run.campaignId} isSeries={run.schedule.mode === 'recurring'} />
      {run.schedule.mode === 'recurring' && <p className="small muted">{t('prepare.series.now')}</p>}
    </>
  );
};
