import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { useScheduleSentence } from '../shell/schedule-text.ts';
import { Tile } from '../shell/tile.tsx';
import { StartsList } from './starts-list.tsx';

const STARTS_SHOWN = 10;

/** What a confirmation lets go without asking: when, in words and as the next starts, and within which limits. */
export const ReleasedStarts = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const sentence = useScheduleSentence();
  const [now] = useState(() => new Date().toISOString());
  const { releaseLimits, schedule } = run;
  const starts = nextOccurrences(schedule, now, STARTS_SHOWN);
  return (
    <Tile title={t('prepare.release')}>
      <p>{t('prepare.release.why')}</p>
      <p>{sentence(schedule)}</p>
      {releaseLimits && (
        <ul>
          <li>
            {releaseLimits.mostUnasked === null
              ? t('prepare.release.anyNumber')
              : t('prepare.release.most', { n: number(releaseLimits.mostUnasked) })}
          </li>
          <li>{t('prepare.release.change', { n: number(releaseLimits.audienceChangePercent) })}</li>
        </ul>
      )}
      {starts.length > 0 && <StartsList schedule={schedule} starts={starts} since={now} />}
    </Tile>
  );
};
