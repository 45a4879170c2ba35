import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { ProfileDetail } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { History } from './history.tsx';
import { Mailable } from './mailable.tsx';

const Facts = ({ detail: { profile } }: { detail: ProfileDetail }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const facts: [string, string][] = [
    [t('track.address'), profile.address || t('track.profile.noAddress')],
    [t('track.profile.lists'), profile.lists.join(', ') || t('track.profile.noLists')],
    [t('track.profile.imported'), dateTime(profile.importedAt)],
    ...Object.entries(profile.attributes),
  ];
  return (
    <Tile title={t('track.profile.attributes')}>
      <dl className="pair">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Tile>
  );
};

/** One profile: does it get messages, what is known of it, and every message it got. */
export const ProfilePage = (): ReactNode => {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['profile', id],
    queryFn: async () => api.get(`/profiles/${encodeURIComponent(id)}`, ProfileDetail),
  });
  return (
    <Page title={data?.profile.address || id} crumbs={[{ to: '/profiles', label: t('shell.profiles') }]}>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="cols">
          <div>
            <History profileId={id} />
          </div>
          <div>
            <Tile title={t('track.mailable.question')}>
              <Mailable detail={data} />
            </Tile>
            <Facts detail={data} />
          </div>
        </div>
      )}
    </Page>
  );
};
