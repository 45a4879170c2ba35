import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { HistoryPage, type HistoryLine } from '../../../domain/track/api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useLog } from '../shell/use-log.ts';
import { useReason } from './use-reason.ts';

/** What happened to one message, in words, earliest first. */
const useHappenings = (): ((line: HistoryLine) => string[]) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  return (line) => {
    const opened = line.openedByHumanAt === null ? 'openedByMachine' : 'opened';
    const happened = [
      ['delivered', line.deliveredAt],
      [opened, line.openedByHumanAt ?? line.openedAt],
      ['clicked', line.clickedAt],
      ['unsubscribed', line.unsubscribedAt],
      ['complained', line.complainedAt],
    ] as const;
    return happened.flatMap(([what, at]) => (at === null ? [] : [t(`track.history.${what}`, { at: dateTime(at) })]));
  };
};

const Entry = ({ line }: { line: HistoryLine }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const reasonOf = useReason();
  const happenings = useHappenings()(line);
  return (
    <li className={line.state === 'failed' ? 'st-stopped' : 'st-finished'}>
      <i className="dot">
        <Icon name={line.state === 'failed' ? 'bounce' : 'mail'} />
      </i>
      <div className="ev" style={{ gridTemplateColumns: '1fr' }}>
        <p>
          <b>{line.campaignName}</b> · {t(`track.state.${line.state}`)}
        </p>
        <p className="small">{line.subject}</p>
        {line.failure !== null && <p className="small">{t('track.failure', { reason: reasonOf(line.failure) })}</p>}
        {happenings.map((happening) => (
          <p key={happening} className="small muted">
            {happening}
          </p>
        ))}
        <p className="small">
          <Link to={`/runs/${encodeURIComponent(line.runId)}`}>{dateTime(line.at)}</Link>
        </p>
      </div>
    </li>
  );
};

/** Every message to a profile, the newest first. */
export const History = ({ profileId }: { profileId: string }): ReactNode => {
  const { t } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage } = useLog(
    `/profiles/${encodeURIComponent(profileId)}/history`,
    HistoryPage,
  );
  return (
    <Tile title={t('track.history')}>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data?.length === 0 && <p className="muted">{t('track.history.none')}</p>}
      <ol className="timeline">
        {data?.map((line) => (
          <Entry key={line.runId} line={line} />
        ))}
      </ol>
      {hasNextPage && (
        <button className="btn slim" type="button" onClick={() => void fetchNextPage()}>
          {t('shell.log.more')}
        </button>
      )}
    </Tile>
  );
};
