import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAccount } from '../prepare/home-queries.ts';
import { CalendarAgenda } from '../schedule/calendar-agenda.tsx';
import { CalendarFeedTile } from '../schedule/calendar-feed-tile.tsx';
import { CalendarGrid } from '../schedule/calendar-grid.tsx';
import {
  calendarQuery,
  calendarViews,
  movedDay,
  rangeOf,
  readersDay,
  shownDay,
  viewOf,
  type CalendarView,
} from '../schedule/calendar-range.ts';
import { useCalendar } from '../schedule/use-calendar.ts';
import { CriterionField } from '../shell/criteria-fields.tsx';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useCriteria, type Criteria } from '../shell/use-criteria.ts';
import { Waiting } from '../shell/waiting.tsx';

/** As wide as a grid of seven days needs. */
const NARROW = '(max-width: 48rem)';

type Shown = { view: CalendarView; date: string; today: string; zone: string };

const useShown = (criteria: Criteria): Shown => {
  const [{ today, zone, isNarrow }] = useState(() => ({
    ...readersDay(new Date()),
    isNarrow: globalThis.matchMedia(NARROW).matches,
  }));
  return {
    view: viewOf(criteria.value('view'), isNarrow),
    date: shownDay(criteria.value('day'), today),
    today,
    zone,
  };
};

/** What is shown, in words. */
const useCaption = ({ view, date }: Shown): string => {
  const { month, day } = useFormat();
  const { _: t } = useLingui();
  const { from, to } = rangeOf(view, date);
  if (view === 'month') return month(date.slice(0, 7));
  return t('calendar.range', { from: day(`${from}T12:00:00`), to: day(`${to}T12:00:00`) });
};

const Steps = ({ shown, criteria, caption }: { shown: Shown; criteria: Criteria; caption: string }): ReactNode => {
  const { _: t } = useLingui();
  const { view, date, today } = shown;
  return (
    <div className="row">
      <button className="btn slim" type="button" onClick={() => criteria.choose('day', movedDay(view, date, -1))}>
        {t('calendar.before')}
      </button>
      <button className="btn slim" type="button" disabled={date === today} onClick={() => criteria.choose('day', '')}>
        {t('calendar.today')}
      </button>
      <button className="btn slim" type="button" onClick={() => criteria.choose('day', movedDay(view, date, 1))}>
        {t('calendar.after')}
      </button>
      <output>
        <b>{caption}</b>
      </output>
    </div>
  );
};

const Unreadable = ({ ids }: { ids: readonly string[] }): ReactNode => {
  const { _: t } = useLingui();
  if (ids.length === 0) return null;
  return (
    <Notice tone="warn" title={t('prepare.unreadable')}>
      <p>{t('prepare.verdict.unreadableWhy', { ids: ids.join(', ') })}</p>
    </Notice>
  );
};

const Undated = ({ count }: { count: number }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  if (count === 0) return null;
  return (
    <p>
      <Link to="/runs">{t('calendar.undated', { count, n: number(count) })}</Link>
    </p>
  );
};

const NotWorkedOut = ({ count }: { count: number }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  if (count === 0) return null;
  return (
    <Notice tone="warn" title={t('calendar.notWorkedOut', { count, n: number(count) })}>
      <p>{t('calendar.notWorkedOut.why')}</p>
    </Notice>
  );
};

const More = ({ asked }: { asked: ReturnType<typeof useCalendar> }): ReactNode => {
  const { _: t } = useLingui();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = asked;
  if (!hasNextPage) return null;
  return (
    <button className="btn slim" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('shell.log.more')}
    </button>
  );
};

const Calendar = ({ shown, caption }: { shown: Shown; caption: string }): ReactNode => {
  const { _: t } = useLingui();
  const { view, date, zone, today } = shown;
  const asked = useCalendar(calendarQuery(view, date, zone));
  const quota = useAccount().data?.per24Hours ?? null;
  const { pages = [] } = asked.data ?? {};
  const [first] = pages;
  const parts = {
    days: first?.days ?? [],
    entries: pages.flatMap(({ items }) => items),
    // SES says -1 where it sets no limit.
    quota: quota !== null && quota >= 0 ? quota : null,
    today,
  };
  return (
    <>
      <ProblemNote error={asked.error} />
      {!first && !asked.error && <Waiting />}
      {first && (
        <>
          <Unreadable ids={first.unreadable} />
          <NotWorkedOut count={first.notWorkedOut} />
          <Undated count={first.undated} />
          {view === 'agenda' ? (
            <CalendarAgenda {...parts} />
          ) : (
            <CalendarGrid {...parts} caption={caption} month={view === 'month' ? date.slice(0, 7) : undefined} />
          )}
          <More asked={asked} />
          <p className="muted">{t('calendar.hint', { zone })}</p>
        </>
      )}
    </>
  );
};

/** `/calendar`: what goes out when, of all campaigns. */
export const CalendarPage = (): ReactNode => {
  const { _: t } = useLingui();
  const criteria = useCriteria();
  const shown = useShown(criteria);
  const caption = useCaption(shown);
  const options = calendarViews.map((value) => ({ value, label: t(`calendar.view.${value}`) }));
  // The field shows what is shown, also where the address bar does not say it.
  const field = { ...criteria, value: (name: string) => (name === 'view' ? shown.view : criteria.value(name)) };
  return (
    <Page title={t('calendar.title')} heading>
      <div className="row apart">
        <Steps shown={shown} criteria={criteria} caption={caption} />
        <CriterionField label={t('calendar.view')} name="view" criteria={field} options={options} />
      </div>
      <Calendar shown={shown} caption={caption} />
      <CalendarFeedTile />
    </Page>
  );
};
