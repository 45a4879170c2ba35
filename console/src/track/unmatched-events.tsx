import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StrangeEvents, UnmatchedEventPage, UnmatchedEventLine } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { LogTile } from '../shell/log-tile.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const Row = ({ line }: { line: UnmatchedEventLine }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  return (
    <tr>
      <th scope="row">{dateTime(line.at)}</th>
      <td className="left">{line.eventType}</td>
      <td className="left">{t(`track.unmatched.${line.cause}`)}</td>
      <td className="left">
        {line.cause === 'noSuchMessage' && line.runId !== null ? (
          <Link to={`/runs/${encodeURIComponent(line.runId)}`}>{line.runId}</Link>
        ) : (
          (line.runId ?? '–')
        )}
        {line.number !== null && <small>{t('track.unmatched.message', { number: number(line.number + 1) })}</small>}
      </td>
    </tr>
  );
};

const rowOf = (line: UnmatchedEventLine): ReactNode => (
  <Row key={`${line.at}-${line.sesMessageId}-${line.eventType}`} line={line} />
);

const Unmatched = ({ unmatched: { causes, more, keptDays: days } }: Pick<StrangeEvents, 'unmatched'>): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  if (causes.length === 0) return <p>{t('track.unmatched.none', { days })}</p>;
  const count = causes.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <p>
        {t(more ? 'track.unmatched.countedMore' : 'track.unmatched.counted', { count, shown: number(count), days })}
      </p>
      <ul className="calc">
        {causes.map(({ cause, count: of }) => (
          <li key={cause}>
            <b>{number(of)}</b>
            <span>
              {t(`track.unmatched.${cause}`)} <small className="muted">{t(`track.unmatched.${cause}Do`)}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

const Unknown = ({ unknown }: Pick<StrangeEvents, 'unknown'>): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  return (
    <Tile title={t('track.unknown')}>
      <p className="small muted">{t('track.unknown.why')}</p>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('track.unknown.place')}</th>
            <th scope="col" className="left">
              {t('track.unknown.value')}
            </th>
            <th scope="col">{t('track.unknown.seen')}</th>
            <th scope="col" className="left">
              {t('track.unknown.last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {unknown.map(({ eventType, place, value, seen, lastAt }) => (
            <tr key={`${eventType}-${place}-${value ?? ''}`}>
              <th scope="row">
                {eventType}: {place}
              </th>
              <td className="left">{value ?? t('track.unknown.field')}</td>
              <td>{number(seen)}</td>
              <td className="left">{dateTime(lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Tile>
  );
};

/** Events of SES that match no message, with the cause, and fields and values that this version does not know. */
export const UnmatchedEventTiles = (): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['unmatched-events'],
    queryFn: async () => api.get<StrangeEvents>('/events/strange'),
  });
  return (
    <>
      <Tile title={t('track.unmatched')}>
        <ProblemNote error={error} />
        {!data && !error && <Waiting />}
        {data && <Unmatched unmatched={data.unmatched} />}
      </Tile>
      {data && data.unmatched.causes.length > 0 && (
        <LogTile<UnmatchedEventPage>
          title={t('track.unmatched.log')}
          summary={t('track.unmatched.open')}
          path="/events/unmatched"
          columns={[t('track.at'), t('track.what'), t('track.unmatched.cause'), t('track.unmatched.run')]}
          row={rowOf}
        />
      )}
      {data && data.unknown.length > 0 && <Unknown unknown={data.unknown} />}
    </>
  );
};
