import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { CampaignDetail } from '../../../domain/write/api.ts';
import { Notice } from '../shell/notice.tsx';
import { useScheduleSentence } from '../shell/schedule-text.ts';
import { Tile } from '../shell/tile.tsx';
import { ReleaseNote } from './series-note.tsx';
import { StartsList } from './starts-list.tsx';

/** When it goes out; of a recurring campaign the next ten starts, in its zone and in UTC. */
export const StartsTile = ({ detail }: { detail: CampaignDetail }): ReactNode => {
  const { _: t } = useLingui();
  const sentence = useScheduleSentence();
  const [since] = useState(() => new Date().toISOString());
  const { campaign, nextRuns, scheduleFaults, zoneData } = detail;
  const { schedule } = campaign;
  const isRecurring = schedule.mode === 'recurring';
  return (
    <Tile title={isRecurring ? t('prepare.nextStarts') : t('prepare.schedule')}>
      <p>{sentence(schedule)}</p>
      {scheduleFaults.length > 0 && <Notice tone="warn" title={t('prepare.impossible')} />}
      <ReleaseNote detail={detail} />
      {isRecurring && nextRuns.length === 0 && scheduleFaults.length === 0 && (
        <p className="small muted">{t('prepare.noStarts')}</p>
      )}
      {nextRuns.length > 0 && (
        <>
          <StartsList schedule={schedule} starts={nextRuns} since={since} />
          <p className="note">
            {t('prepare.nextStartsWhy')} {zoneData !== null && t('prepare.zoneData', { version: zoneData })}
          </p>
        </>
      )}
    </Tile>
  );
};
