import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import type { CalendarDay, CalendarEntry } from '../../../domain/schedule/calendar-api.ts';
import { useFormat } from '../shell/format.ts';
import { DayNotes } from './calendar-day.tsx';
import { entryKey, EntryLine } from './calendar-entry.tsx';

type Props = {
  days: readonly CalendarDay[];
  /** Those that are loaded, in their order. */
  entries: readonly CalendarEntry[];
  quota: number | null;
  today: string;
};

const Day = ({ day, entries, quota, today }: Omit<Props, 'days'> & { day: CalendarDay }): ReactNode => {
  const { _: t } = useLingui();
  const { day: dayText, number } = useFormat();
  const id = useId();
  const rest = day.entries - entries.length;
  return (
    <section className="tile" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <time dateTime={day.day}>{dayText(`${day.day}T12:00:00`)}</time>
          {day.day === today && ` · ${t('calendar.today')}`}
        </h2>
      </header>
      <div className="in">
        <DayNotes day={day} quota={quota} />
        <ol className="agenda">
          {entries.map((entry) => (
            <EntryLine key={entryKey(entry)} entry={entry} />
          ))}
        </ol>
        {rest > 0 && <p className="muted">{t('calendar.notLoaded', { count: rest, n: number(rest) })}</p>}
      </div>
    </section>
  );
};

/** Day after day, those on which something goes out. */
export const CalendarAgenda = ({ days, entries, quota, today }: Props): ReactNode => {
  const { _: t } = useLingui();
  const busy = days.filter((day) => day.entries > 0);
  if (busy.length === 0) return <output>{t('calendar.nothing')}</output>;
  return busy.map((day) => (
    <Day
      key={day.day}
      day={day}
      entries={entries.filter((entry) => entry.day === day.day)}
      quota={quota}
      today={today}
    />
  ));
};
