import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Home, PlannedSend } from '../../../domain/prepare/api.ts';
import { useFormat } from '../shell/format.ts';
import { Tile } from '../shell/tile.tsx';

/** `now`: ISO 8601. The day is the one of the reader's clock. */
const isToday = (at: string, now: string): boolean => new Date(at).toDateString() === new Date(now).toDateString();

const Line = ({ send: { campaignId, campaignName, at, run } }: { send: PlannedSend }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  return (
    <li>
      <time dateTime={at}>{dateTime(at)}</time>{' '}
      <Link to={run ? `/runs/${run.id}` : `/campaigns/${campaignId}`}>{campaignName}</Link>
      <small>
        {run
          ? t('prepare.planned.confirmed', { n: run.counts ? number(run.counts.toDeliver) : '–' })
          : t('prepare.planned.start')}
      </small>
    </li>
  );
};

const Day = ({ title, sends }: { title: string; sends: readonly PlannedSend[] }): ReactNode =>
  sends.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ol className="starts">
        {sends.map((send) => (
          <Line key={`${send.campaignId} ${send.run?.id ?? send.at}`} send={send} />
        ))}
      </ol>
    </>
  );

/** What goes out today and tomorrow: confirmed runs, and the next starts of series. */
export const PlannedTile = ({ home }: { home: Home }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { planned, later, asOf } = home;
  const rest = planned.count - planned.items.length;
  const today = planned.items.filter(({ at }) => isToday(at, asOf));
  const others = planned.items.filter(({ at }) => !isToday(at, asOf));
  return (
    <Tile title={t('prepare.planned')}>
      {planned.count === 0 && <p className="muted">{t('prepare.planned.none')}</p>}
      <Day title={t('prepare.planned.today')} sends={today} />
      <Day title={t('prepare.planned.tomorrow')} sends={others} />
      {rest > 0 && <p>{t('prepare.planned.more', { count: rest, n: number(rest) })}</p>}
      {later > 0 && (
        <p>
          <Link to="/runs?state=Scheduled">{t('prepare.planned.later', { count: later, n: number(later) })}</Link>
        </p>
      )}
    </Tile>
  );
};
