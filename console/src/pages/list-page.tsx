import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { ListDetail } from '../../../domain/audience/lists.ts';
import { ListMembers } from '../audience/list-members.tsx';
import { ListSettings } from '../audience/list-settings.tsx';
import { UsingCampaigns, UsingSegments } from '../audience/using-campaigns.tsx';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Terms } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const Facts = ({ list }: Pick<ListDetail, 'list'>): ReactNode => {
  const { _: t } = useLingui();
  const { number, dateTime } = useFormat();
  return (
    <Terms
      terms={[
        { term: t('audience.list.name'), value: list.name },
        { term: t('audience.list.imported'), value: dateTime(list.importedAt) },
        { term: t('audience.list.rows'), value: number(list.profiles) },
      ]}
    />
  );
};

/** One list: what is known of it, who is on it, who uses it, and its end. */
export const ListPage = (): ReactNode => {
  const { list = '' } = useParams();
  const { _: t } = useLingui();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['lists', list],
    queryFn: async () => api.get<ListDetail>(`/lists/${encodeURIComponent(list)}`),
  });
  return (
    <Page title={data?.list.title ?? list} heading crumbs={[{ to: '/lists', label: t('audience.lists') }]}>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="cols">
          <div>
            <Tile title={t('audience.list.people')}>
              <Facts list={data.list} />
              <ListMembers list={list} />
            </Tile>
            <Tile title={t('audience.list.users')}>
              <UsingCampaigns campaigns={data.campaigns} none={t('audience.list.unused')} />
            </Tile>
            {data.segments.length > 0 && (
              <Tile title={t('audience.list.segments')}>
                <UsingSegments segments={data.segments} />
              </Tile>
            )}
          </div>
          <div>
            <ListSettings detail={data} />
          </div>
        </div>
      )}
    </Page>
  );
};
