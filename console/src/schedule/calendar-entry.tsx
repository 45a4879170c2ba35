import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CalendarEntry } from '../../../domain/schedule/calendar-api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { iconOf, lookOf, StateMark, type ShownState } from '../shell/state-mark.tsx';

type Props = { entry: CalendarEntry };

/** The look of what has no run yet. */
const looks = { draft: 'Draft', armed: 'Scheduled', paused: 'Paused' } as const satisfies Record<string, ShownState>;

/** Glyph, word and colour of where it stands. */
const Standing = ({ entry: { state, run } }: Props): ReactNode => {
  const { _: t } = useLingui();
  if (run) return <StateMark state={run.state} />;
  if (state === null) return null;
  return (
    <span className={`state ${lookOf(looks[state])}`}>
      <Icon name={iconOf(looks[state])} />
      {t(`calendar.state.${state}`)}
    </span>
  );
};

const Messages = ({ entry: { messages, isEstimate } }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  if (messages === null) return t('calendar.unknown');
  return t(isEstimate ? 'calendar.about' : 'calendar.to', { n: number(messages) });
};

/** Several starts, or the span of its waves. */
const Span = ({ entry: { at, until, starts, isContinued } }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  if (until === null) return null;
  if (isContinued) return t('calendar.continued', { from: dateTime(at), until: dateTime(until) });
  return starts > 1
    ? t('calendar.starts', { n: number(starts), until: dateTime(until) })
    : t('calendar.until', { until: dateTime(until) });
};

/** Whom an open question waits for. */
const Waits = ({ entry: { run } }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { anyOf } = useFormat();
  if (run?.state !== 'AwaitingConfirmation') return null;
  return run.whoCan.length > 0 ? t('prepare.next.whoCan', { names: anyOf(run.whoCan) }) : t('prepare.next.roleCan');
};

export const entryLink = ({ run, campaignId }: CalendarEntry): string =>
  run ? `/runs/${run.id}` : `/campaigns/${campaignId}`;

/** Of one start: a campaign may have several on a day. */
export const entryKey = ({ day, at, campaignId, run }: CalendarEntry): string =>
  `${day} ${at} ${run?.id ?? campaignId}`;

/** In a list: with all that is known. */
export const EntryLine = ({ entry }: Props): ReactNode => {
  const { clock } = useFormat();
  return (
    <li>
      <time dateTime={entry.at}>{clock(entry.at)}</time>
      <div>
        <Link to={entryLink(entry)}>{entry.campaignName}</Link>
        <Standing entry={entry} />
        <small>
          <Messages entry={entry} /> <Span entry={entry} /> <Waits entry={entry} />
        </small>
      </div>
    </li>
  );
};

/** In a cell of the grid: when, what and where it stands. */
export const EntryCell = ({ entry }: Props): ReactNode => {
  const { clock } = useFormat();
  const { _: t } = useLingui();
  return (
    <li>
      {entry.isContinued ? t('calendar.goesOn') : <time dateTime={entry.at}>{clock(entry.at)}</time>}{' '}
      <Link to={entryLink(entry)}>{entry.campaignName}</Link>
      <Standing entry={entry} />
    </li>
  );
};
