import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { CampaignDetail } from '../../../domain/write/api.ts';
import { useFormat } from '../shell/format.ts';

/** Of a series that is to send without asking: whether it does, by whose confirmation, or what is missing. */
export const ReleaseNote = ({ detail: { campaign, series, runs } }: { detail: CampaignDetail }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, allOf } = useFormat();
  const { confirmed, refused, requestConfirmation, version } = campaign;
  if (requestConfirmation || !series) return null;
  if (series.isReleased && confirmed) {
    const names = allOf(confirmed.by.map(({ name }) => name));
    return <p className="small muted">{t('prepare.series.released', { names, time: dateTime(confirmed.at) })}</p>;
  }
  const waits = runs.some(({ state, releasesSeries }) => state === 'Scheduled' && releasesSeries);
  if (waits) return <p className="small muted">{t('prepare.series.waits')}</p>;
  if (refused?.version === version)
    return <p className="small muted">{t('prepare.series.refused', { time: dateTime(refused.at) })}</p>;
  return <p className="small muted">{t('prepare.series.asks')}</p>;
};

/** What "Prepare" does of a series. */
export const BesidesNote = ({ detail: { series, nextRuns } }: { detail: CampaignDetail }): ReactNode => {
  const { _: t } = useLingui();
  return series && nextRuns.length > 0 ? <p>{t('prepare.series.now')}</p> : null;
};
