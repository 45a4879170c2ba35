import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';
import { instantOf } from '../../../domain/calendar/zone-clock.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import type { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { readSchedule, type Draft } from '../form/draft.ts';
import { Notice } from '../shell/notice.tsx';
import { useScheduleSentence } from '../shell/schedule-text.ts';
import { StartsList } from './starts-list.tsx';

const STARTS_SHOWN = 10;

const startsOf = (schedule: Schedule, now: string): string[] => {
  if (schedule.mode === 'recurring') return nextOccurrences(schedule, now, STARTS_SHOWN);
  if (schedule.mode === 'onceConfirmed') return [];
  const start = new Date(instantOf(schedule.startSendingFrom, schedule.zone)).toISOString();
  return start > now ? [start] : [];
};

/** Of one schedule, as they are when it is written. */
const Starts = ({ schedule }: { schedule: ScheduleInput }): ReactNode => {
  const { _: t } = useLingui();
  const [{ now, starts }] = useState(() => {
    const at = new Date().toISOString();
    return { now: at, starts: startsOf(schedule, at) };
  });
  return starts.length === 0 ? (
    <Notice tone="warn" title={t(schedule.mode === 'onDate' ? 'prepare.starts.pastDate' : 'prepare.starts.past')} />
  ) : (
    <StartsList schedule={schedule} starts={starts} since={now} />
  );
};

const Preview = ({ schedule }: { schedule: ScheduleInput }): ReactNode => {
  const sentence = useScheduleSentence();
  return (
    <>
      <p role="status">{sentence(schedule)}</p>
      <Starts key={JSON.stringify(schedule)} schedule={schedule} />
    </>
  );
};

/** What the schedule means that is being written: in words, and as its next starts. */
export const SchedulePreview = ({ draft }: { draft: Draft }): ReactNode => {
  const { _: t } = useLingui();
  const schedule = readSchedule(draft);
  return (
    <section className="sub" aria-label={t('prepare.nextStarts')}>
      <h3>{t('prepare.nextStarts')}</h3>
      {schedule ? <Preview schedule={schedule} /> : <p className="small muted">{t('prepare.starts.incomplete')}</p>}
    </section>
  );
};
