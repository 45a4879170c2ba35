import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import type { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import { ApiProblem, useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Terms, type Term } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { EditProfile } from '../audience/edit-profile.tsx';
import { Erase } from '../audience/erase.tsx';
import { History } from '../track/history.tsx';
import { MergeProfile } from '../audience/merge-profile.tsx';
import { Mailable } from '../audience/mailable.tsx';
import { TrackingTile } from '../audience/tracking-tile.tsx';
import { Why } from '../track/why.tsx';

const Facts = ({ detail: { profile } }: { detail: ProfileDetail }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const terms: Term[] = [
    { term: t('track.address'), value: profile.address || t('track.profile.noAddress') },
    { term: t('track.profile.lists'), value: profile.lists.join(', ') || t('track.profile.noLists') },
    { term: t('track.profile.imported'), value: dateTime(profile.importedAt) },
    ...Object.entries(profile.attributes).map(([term, value]) => ({ term, value })),
  ];
  return (
    <Tile title={t('track.profile.attributes')}>
      <Terms terms={terms} />
    </Tile>
  );
};

/** One profile: does it get messages, what is known of it, every message it got, and when that changed. */
export const ProfilePage = (): ReactNode => {
  const { id = '' } = useParams();
  const { _: t } = useLingui();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['profile', id],
    queryFn: async () => api.get<ProfileDetail>(`/profiles/${encodeURIComponent(id)}`),
  });
  const into = error instanceof ApiProblem && error.cause === 'profileMerged' ? error.facts['into'] : undefined;
  if (typeof into === 'string') return <Navigate to={`/profiles/${encodeURIComponent(into)}`} replace />;
  return (
    <Page title={data?.profile.address || id} heading crumbs={[{ to: '/profiles', label: t('shell.profiles') }]}>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="cols">
          <div>
            {data.profile.address !== '' && <Why address={data.profile.address} />}
            <History detail={data} />
          </div>
          <div>
            <Tile title={t('track.mailable.question')}>
              <Mailable detail={data} />
            </Tile>
            <TrackingTile detail={data} />
            <Facts detail={data} />
            <EditProfile key={data.profile.importedAt} profile={data.profile} />
            <MergeProfile profile={data.profile} />
            <Erase profile={data.profile} />
          </div>
        </div>
      )}
    </Page>
  );
};
