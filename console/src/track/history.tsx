import { useLingui } from '@lingui/react';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ExclusionCause } from '../../../domain/model/audience-rules.ts';
import type { StandingChange } from '../../../domain/model/profile.ts';
import type { HistoryPage, HistoryLine } from '../../../domain/track/api.ts';
import type { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import { useFormat } from '../shell/format.ts';
import { Icon, type IconName } from '../shell/icon.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { ChangeEntry } from './change-entry.tsx';
import { Happenings } from './happenings.tsx';
import { useLogPages } from '../shell/use-log.ts';
import { useReason } from '../shell/use-reason.ts';
import { useSession } from '../shell/session.tsx';
import { MailLink } from './mail-link.tsx';

const look = (state: HistoryLine['state']): { className: string; icon: IconName } => {
  if (state === 'failed') return { className: 'st-stopped', icon: 'bounce' };
  if (state === 'excluded' || state === 'stopped') return { className: 'st-expired', icon: 'rejected' };
  return { className: state === 'delivered' ? 'st-finished' : 'st-scheduled', icon: 'mail' };
};

const Entry = ({ line }: { line: HistoryLine }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { me } = useSession();
  const reasonOf = useReason();
  const { className, icon } = look(line.state);
  const cause = ExclusionCause.safeParse(line.excluded);
  return (
    <li className={className}>
      <i className="dot">
        <Icon name={icon} />
      </i>
      <div className="ev">
        <p>
          <b>{line.campaignName}</b> · {t(`track.state.${line.state}`)}
        </p>
        <small>
          {line.subject}
          {line.failure !== null && ` · ${t('track.failure', { reason: reasonOf(line.failure) })}`}
          {cause.success && ` · ${t(`prepare.cause.${cause.data}`)}`}
        </small>
        <time dateTime={line.at}>
          <Link to={`/runs/${encodeURIComponent(line.runId)}`}>{dateTime(line.at)}</Link>
        </time>
        {line.number !== null && me.maySeeLogs && (
          <small>
            <MailLink runId={line.runId} number={line.number} />
          </small>
        )}
        <Happenings line={line} />
      </div>
    </li>
  );
};

type Shown = { at: string; key: string; entry: ReactNode };

/** Messages and changes by time, the newest first; changes before the last line that is loaded come with the next ones. */
const merged = (lines: readonly HistoryLine[], changes: readonly StandingChange[], isMore: boolean): Shown[] => {
  const last = isMore ? (lines.at(-1)?.at ?? '') : '';
  const shown = [
    ...lines.map((line) => ({ at: line.at, key: line.runId, entry: <Entry line={line} /> })),
    ...changes.map((change) => ({
      at: change.at,
      key: `${change.at}-${change.kind}`,
      entry: <ChangeEntry change={change} />,
    })),
  ];
  return shown.filter(({ at }) => at >= last).toSorted((one, other) => (one.at < other.at ? 1 : -1));
};

/** Every message to a profile, and what changed whether it gets any; the newest first. */
export const History = ({ detail: { profile, changes } }: { detail: ProfileDetail }): ReactNode => {
  const { _: t } = useLingui();
  const {
    data: pages,
    error,
    hasNextPage,
    fetchNextPage,
  } = useLogPages<HistoryPage>(`/profiles/${encodeURIComponent(profile.id)}/history`);
  const data = pages?.pages.flatMap(({ items }) => items);
  const endedAfter = pages?.pages.find(({ endedAfterDays }) => endedAfterDays !== null)?.endedAfterDays ?? null;
  return (
    <Tile title={t('track.history')}>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data?.length === 0 && (
        <p className="muted">{t(profile.erasedAt === undefined ? 'track.history.none' : 'track.history.erased')}</p>
      )}
      <ol className="timeline">
        {data && merged(data, changes, hasNextPage).map(({ key, entry }) => <Fragment key={key}>{entry}</Fragment>)}
      </ol>
      {endedAfter !== null && <p className="muted">{t('track.history.ended', { count: endedAfter })}</p>}
      {hasNextPage && (
        <button className="btn slim" type="button" onClick={() => void fetchNextPage()}>
          {t('shell.log.more')}
        </button>
      )}
    </Tile>
  );
};
