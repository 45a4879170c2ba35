import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { CsvImport } from '../audience/csv-import.tsx';
import { useLists } from '../audience/list-queries.ts';
import { SegmentList } from '../audience/segment-list.tsx';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const addressOf = (list: string): string => `/lists/${encodeURIComponent(list)}`;

const AllLists = (): ReactNode => {
  const { _: t } = useLingui();
  const { number, dateTime } = useFormat();
  const { data, error } = useLists();
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  if (data.length === 0) return <p className="muted">{t('audience.lists.none')}</p>;
  return (
    <ul className="people">
      {data.map(({ name, title, profiles, importedAt, isTest }) => (
        <li key={name}>
          <p>
            <Link to={addressOf(name)}>
              <b>{title ?? name}</b>
            </Link>
            {title !== undefined && ` · ${name}`}
            {isTest && ` · ${t('audience.testList')}`}
          </p>
          <p className="small muted">
            {t('audience.lists.imported', { rows: number(profiles), at: dateTime(importedAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
};

/** The lists of profiles, and how another one comes. */
export const ListsPage = (): ReactNode => {
  const { _: t } = useLingui();
  const navigate = useNavigate();
  return (
    <Page title={t('audience.lists')} heading>
      <Tile title={t('audience.lists.all')}>
        <AllLists />
      </Tile>
      <Tile title={t('audience.segments')}>
        <SegmentList />
      </Tile>
      <Tile title={t('audience.lists.more')}>
        <CsvImport onImported={(list) => void navigate(addressOf(list))} />
      </Tile>
    </Page>
  );
};
