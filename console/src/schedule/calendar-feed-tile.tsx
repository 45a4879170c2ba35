import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FeedState, NewFeed } from '../../../domain/schedule/calendar-api.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { useLanguage } from '../shell/language.ts';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';

const key = ['calendar-feed'];
const path = '/calendar/feed';

const useFeed = () => {
  const api = useApi();
  const queries = useQueryClient();
  const { language } = useLanguage();
  const onSuccess = async (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  return {
    state: useQuery({ queryKey: key, queryFn: async () => api.get<FeedState>(path) }),
    making: useMutation({ mutationFn: async () => api.post<NewFeed>(path, { language }), onSuccess }),
    revoking: useMutation({ mutationFn: async () => api.delete<FeedState>(path), onSuccess }),
  };
};

/** The one time that somebody sees it. */
const Address = ({ address }: { address: string }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Notice tone="warn" title={t('calendar.feed.address')}>
      <p>
        <code className="mono feedaddress">{address}</code>
      </p>
      <p>{t('calendar.feed.once')}</p>
    </Notice>
  );
};

/** The secret address at which a calendar of one's own reads what goes out when. */
export const CalendarFeedTile = (): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { state, making, revoking } = useFeed();
  const createdAt = state.data?.createdAt ?? null;
  const isBusy = making.isPending || revoking.isPending;
  return (
    <Tile title={t('calendar.feed')}>
      <p>{t('calendar.feed.what')}</p>
      {createdAt !== null && <p className="muted">{t('calendar.feed.since', { time: dateTime(createdAt) })}</p>}
      {making.data && createdAt !== null && <Address address={making.data.address} />}
      <div className="row">
        <button className="btn" type="button" disabled={isBusy} onClick={() => making.mutate()}>
          {t(createdAt === null ? 'calendar.feed.make' : 'calendar.feed.replace')}
        </button>
        {createdAt !== null && (
          <button className="btn" type="button" disabled={isBusy} onClick={() => revoking.mutate()}>
            {t('calendar.feed.revoke')}
          </button>
        )}
      </div>
      <ProblemNote error={state.error ?? making.error ?? revoking.error} />
    </Tile>
  );
};
