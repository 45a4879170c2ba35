import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignDetail } from '../../../domain/write/api.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { useScheduleText, zoneOf } from '../shell/schedule-text.ts';
import { Tile } from '../shell/tile.tsx';
import { ReleaseNote } from './series-note.tsx';

/** When it goes out; of a recurring campaign the next ten starts, in its zone and in UTC. */
export const StartsTile = ({ detail }: { detail: CampaignDetail }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime, utc } = useFormat();
  const scheduleText = useScheduleText();
  const { campaign, nextRuns, series, scheduleFaults } = detail;
  const { schedule } = campaign;
  const isRecurring = schedule.mode === 'recurring';
  return (
    <Tile title={isRecurring ? t('prepare.nextStarts') : t('prepare.schedule')}>
      <p>{scheduleText(schedule)}</p>
      {scheduleFaults.length > 0 && <Notice tone="warn" title={t('prepare.impossible')} />}
      <ReleaseNote detail={detail} />
      {series && !series.isArmed && <p className="small muted">{t('prepare.notArmed')}</p>}
      {isRecurring && nextRuns.length === 0 && scheduleFaults.length === 0 && (
        <p className="small muted">{t('prepare.noStarts')}</p>
      )}
      {nextRuns.length > 0 && (
        <>
          <ol className="starts">
            {nextRuns.map((start) => (
              <li key={start}>
                <time dateTime={start}>{dateTime(start, zoneOf(schedule))}</time>{' '}
                <span className="note">{utc(start)}</span>
              </li>
            ))}
          </ol>
          <p className="note">{t('prepare.nextStartsWhy')}</p>
        </>
      )}
    </Tile>
  );
};
