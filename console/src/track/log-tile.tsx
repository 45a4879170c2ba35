import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { Icon } from '../shell/icon.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useLog } from './use-log.ts';

type LogProps<T> = {
  path: string;
  page: z.ZodType<{ items: T[]; cursor: string | null }>;
  /** Column headings; the first names the row. */
  columns: string[];
  row: (item: T, index: number) => ReactNode;
};

const Log = <T,>({ path, page, columns, row }: LogProps<T>): ReactNode => {
  const { t } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useLog(path, page);
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  if (data.length === 0) return <p className="muted">{t('track.none')}</p>;
  return (
    <>
      <table className="tbl">
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={index === 0 ? '' : 'left'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{data.map(row)}</tbody>
      </table>
      {hasNextPage && (
        <div className="row">
          <button className="btn slim" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('track.more')}
          </button>
        </div>
      )}
    </>
  );
};

/** A log that is loaded when it is opened. */
export const LogTile = <T,>({
  title,
  summary,
  ...log
}: LogProps<T> & { title: string; summary: string }): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Tile title={title}>
      <details className="twin" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <Icon name="chev" />
          {summary}
        </summary>
        {isOpen && (
          <div className="inset">
            <Log {...log} />
          </div>
        )}
      </details>
    </Tile>
  );
};
