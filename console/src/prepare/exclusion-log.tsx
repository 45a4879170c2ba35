import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { ExclusionPage, type ExclusionLine } from '../../../domain/prepare/api.ts';
import { useApi } from '../shell/api.ts';
import { Icon } from '../shell/icon.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const useExclusions = (runId: string) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['exclusions', runId],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      return api.get(`/runs/${encodeURIComponent(runId)}/exclusions?limit=50${cursor}`, ExclusionPage);
    },
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: Infinity,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
};

const Lines = ({ lines }: { lines: ExclusionLine[] }): ReactNode => {
  const { t } = useTranslation();
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t('prepare.exclusions.profile')}</th>
          <th scope="col" className="left">
            {t('prepare.exclusions.address')}
          </th>
          <th scope="col" className="left">
            {t('prepare.exclusions.cause')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ profileId, address, cause }) => (
          <tr key={profileId}>
            <th scope="row">
              <Link to={`/profiles/${encodeURIComponent(profileId)}`}>{profileId}</Link>
            </th>
            <td className="left">{address || t('prepare.exclusions.noAddress')}</td>
            <td className="left">{t(`prepare.cause.${cause}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Log = ({ runId }: { runId: string }): ReactNode => {
  const { t } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useExclusions(runId);
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  if (data.length === 0) return <p className="muted">{t('prepare.exclusions.none')}</p>;
  return (
    <>
      <Lines lines={data} />
      {hasNextPage && (
        <div className="row">
          <button className="btn slim" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('prepare.exclusions.more')}
          </button>
        </div>
      )}
    </>
  );
};

/** Who was excluded and why; loaded when it is opened. */
export const ExclusionLog = ({ runId }: { runId: string }): ReactNode => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Tile title={t('prepare.exclusions')}>
      <details className="twin" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <Icon name="chev" />
          {t('prepare.exclusions.open')}
        </summary>
        {isOpen && (
          <div className="inset">
            <Log runId={runId} />
          </div>
        )}
      </details>
    </Tile>
  );
};
