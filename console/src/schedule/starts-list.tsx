import { useLingui } from '@lingui/react';
import { useMemo, type ReactNode } from 'react';
import { noteStarts, type NotedStart, type StartNote } from '../../../domain/calendar/start-notes.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { useCalendarNames } from '../shell/use-calendar-names.ts';
import { useFormat } from '../shell/format.ts';
import { zoneOf } from '../shell/schedule-text.ts';
import { wallClock } from '../shell/wall-clock.ts';

/** 60 as `UTC+1`, -210 as `UTC−3:30`. */
export const offsetText = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
};

/** More days or months are only counted. */
const NAMED = 4;

const useNoteText = (zone: string | undefined): ((note: StartNote, start: string) => string) => {
  const { _: t } = useLingui();
  const { months } = useCalendarNames();
  const { day, number, allOf, dateTime } = useFormat();
  const monthText = (month: string): string => `${months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
  return (note, start) => {
    switch (note.kind) {
      case 'leftOutTime':
        return t('prepare.note.leftOutTime', { time: note.planned });
      case 'twice':
        return t('prepare.note.twice');
      case 'offset':
        return t('prepare.note.offset', { before: offsetText(note.before), after: offsetText(note.after) });
      case 'except':
        return note.days.length > NAMED
          ? t('prepare.note.exceptMany', { n: number(note.days.length) })
          : t('prepare.note.except', { days: allOf(note.days.map((date) => day(`${date}T12:00`))) });
      case 'emptyMonths':
        return note.months.length > NAMED
          ? t('prepare.note.emptyMonthsMany', { n: number(note.months.length) })
          : t('prepare.note.emptyMonths', { months: allOf(note.months.map(monthText)) });
      case 'everywhere':
        return t('prepare.note.everywhere', { from: dateTime(start, zone), until: dateTime(note.until, zone) });
    }
  };
};

/** The instant; of a start that is meant where each person is the time that all their clocks show. */
const StartTime = ({ start, notes, zone }: NotedStart & { zone: string | undefined }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, day, utc } = useFormat();
  const everywhere = notes.find(({ kind }) => kind === 'everywhere');
  if (everywhere?.kind !== 'everywhere')
    return (
      <>
        <time dateTime={start}>{dateTime(start, zone)}</time> <span className="note">{utc(start, zone)}</span>
      </>
    );
  return (
    <>
      <time dateTime={everywhere.planned}>{wallClock(everywhere.planned, day)}</time>{' '}
      <span className="note">{t('prepare.everywhere')}</span>
    </>
  );
};

type Props = { schedule: Schedule; starts: string[]; since: string };

/** Starts in the zone of the schedule and in UTC, with what its clocks and its rule do to them. `since`: from when on they were asked for. */
export const StartsList = ({ schedule, starts, since }: Props): ReactNode => {
  const noted = useMemo(() => noteStarts(schedule, starts, since), [schedule, starts, since]);
  const zone = zoneOf(schedule);
  const noteText = useNoteText(zone);
  return (
    <ol className="starts">
      {noted.map(({ start, notes }) => (
        <li key={start}>
          <StartTime start={start} notes={notes} zone={zone} />
          {notes.map((note) => (
            <small key={note.kind}>{noteText(note, start)}</small>
          ))}
        </li>
      ))}
    </ol>
  );
};
