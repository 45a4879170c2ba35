import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CalendarDay, CalendarEntry } from '../../../domain/schedule/calendar-api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { useCalendarNames } from '../shell/use-calendar-names.ts';
import { isOverQuota } from './calendar-day.tsx';
import { entryKey, EntryCell } from './calendar-entry.tsx';
import { weeksOf } from './calendar-range.ts';

type Props = {
  /** Whole weeks, from a Monday on. */
  days: readonly CalendarDay[];
  entries: readonly CalendarEntry[];
  quota: number | null;
  today: string;
  caption: string;
  /** The month that is shown, `2026-12`; of other months the days are there because of their week. */
  month: string | undefined;
};

const Warnings = ({ day, quota }: { day: CalendarDay; quota: number | null }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const count = day.collidingLists;
  return (
    <>
      {isOverQuota({ day, quota }) && (
        <p className="warned">
          <Icon name="warn" />
          {t('calendar.cell.overQuota')}
        </p>
      )}
      {count > 0 && (
        <p className="warned">
          <Icon name="warn" />
          {t('calendar.cell.collisions', { count, n: number(count) })}
        </p>
      )}
    </>
  );
};

type CellProps = Omit<Props, 'days' | 'caption'> & { day: CalendarDay };

const Cell = ({ day, entries, quota, today, month }: CellProps): ReactNode => {
  const { _: t } = useLingui();
  const { number, day: dayText } = useFormat();
  const own = entries.filter((entry) => entry.day === day.day);
  const rest = day.entries - own.length;
  const isOther = month !== undefined && !day.day.startsWith(month);
  return (
    <td className={isOther ? 'other' : undefined} aria-current={day.day === today ? 'date' : undefined}>
      <Link className="daynumber" to={`?view=agenda&day=${day.day}`}>
        <span aria-hidden="true">{Number(day.day.slice(8))}</span>
        <span className="vh">{dayText(`${day.day}T12:00:00`)}</span>
      </Link>
      {own.length > 0 && (
        <ul>
          {own.map((entry) => (
            <EntryCell key={entryKey(entry)} entry={entry} />
          ))}
        </ul>
      )}
      {rest > 0 && <p className="muted">{t('calendar.more', { count: rest, n: number(rest) })}</p>}
      {day.messages > 0 && (
        <p className="muted">{t('calendar.cell.messages', { count: day.messages, n: number(day.messages) })}</p>
      )}
      <Warnings day={day} quota={quota} />
    </td>
  );
};

/** Weeks as rows of a table, each day with the first of what goes out. A day leads to all of it. */
export const CalendarGrid = ({ days, caption, ...shown }: Props): ReactNode => {
  const { weekdays } = useCalendarNames();
  return (
    <div className="tile calscroll">
      <table className="calendar">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week[0]?.day}>
              {week.map((day) => (
                <Cell key={day.day} day={day} {...shown} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
