import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CampaignDetail } from '../../../domain/write/api.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { zoneOf } from '../shell/schedule-text.ts';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { SeriesAct } from './series-act.tsx';
import { SeriesHistory } from './series-history.tsx';
import { usePrepareNext, type SeriesAct as Act } from './use-series.ts';

type Series = NonNullable<CampaignDetail['series']>;

const acts: Record<Series['state'], readonly Act[]> = {
  draft: ['arm'],
  armed: ['pause', 'skip', 'end'],
  paused: ['resume', 'skip', 'end'],
  ended: ['arm'],
};

/** Asks for the confirmation of the next start before its time. */
const PrepareNext = ({ campaignId, start }: { campaignId: string; start: string }): ReactNode => {
  const { _: t } = useLingui();
  const navigate = useNavigate();
  const preparing = usePrepareNext(campaignId);
  return (
    <>
      <p className="small muted">{t('prepare.series.first', { start })}</p>
      <p>
        <button
          className="btn"
          type="button"
          disabled={preparing.isPending}
          onClick={() => preparing.mutate(undefined, { onSuccess: ({ id }) => void navigate(`/runs/${id}`) })}
        >
          {t('prepare.series.ahead')}
        </button>
      </p>
      <ProblemNote error={preparing.error} />
    </>
  );
};

/** Where a series stands, in sentences. */
const Standing = ({ series, zone }: { series: Series; zone: string }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, allOf } = useFormat();
  const { state, nextStart, lastStart, skipped } = series;
  return (
    <>
      <p role="status">
        <b>{t(`prepare.series.state.${state}`)}</b>{' '}
        {t(`prepare.series.stands.${state}`, { start: nextStart === null ? '–' : dateTime(nextStart, zone) })}
      </p>
      {lastStart !== null && state !== 'ended' && (
        <p className="small">{t('prepare.series.lastStart', { time: dateTime(lastStart, zone) })}</p>
      )}
      {skipped.length > 0 && (
        <p className="small">
          {t('prepare.series.skipped', { starts: allOf(skipped.map(({ start }) => dateTime(start, zone))) })}
        </p>
      )}
    </>
  );
};

/** Whether a series starts runs, and what can be done about it. */
export const SeriesTile = ({ detail }: { detail: CampaignDetail }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { me } = useSession();
  const { campaign, series, runs, scheduleFaults } = detail;
  if (!series) return null;
  const zone = zoneOf(campaign.schedule) ?? 'UTC';
  const isFree = runs.every(hasEnded);
  return (
    <Tile title={t('prepare.series')}>
      <Standing series={series} zone={zone} />
      {me.mayPrepare && scheduleFaults.length === 0 && (
        <div className="row">
          {acts[series.state].map((act) => (
            <SeriesAct key={act} act={act} campaignId={campaign.id} zone={zone} nextStart={series.nextStart} />
          ))}
        </div>
      )}
      {me.mayPrepare && isFree && series.preparedFor !== null && (
        <PrepareNext campaignId={campaign.id} start={dateTime(series.preparedFor, zone)} />
      )}
      <SeriesHistory campaignId={campaign.id} zone={zone} />
    </Tile>
  );
};
