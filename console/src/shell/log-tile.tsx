import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { LogDownload } from './log-download.tsx';
import { ProblemNote } from './problem-note.tsx';
import { Tile } from './tile.tsx';
import { Disclosure } from './disclosure.tsx';
import { useLog } from './use-log.ts';
import { Waiting } from './waiting.tsx';

type LogProps<T> = {
  path: string;
  page: z.ZodType<{ items: T[]; cursor: string | null }>;
  /** Column headings; the first names the row. */
  columns: string[];
  row: (item: T, index: number) => ReactNode;
};

/** Narrows a log by one of its columns: the query parameter, its name and its values in words. */
type Filter = { parameter: string; label: string; options: { value: string; label: string }[] };

const Lines = <T,>({ columns, row, data }: Pick<LogProps<T>, 'columns' | 'row'> & { data: T[] }): ReactNode => (
  <table className="tbl loglines">
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
);

const Log = <T,>({ path, page, columns, row }: LogProps<T>): ReactNode => {
  const { t } = useTranslation();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useLog(path, page);
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  return (
    <>
      {data.length === 0 && <p className="muted">{t(hasNextPage ? 'shell.log.noneSoFar' : 'shell.log.none')}</p>}
      {data.length > 0 && <Lines columns={columns} row={row} data={data} />}
      <div className="row">
        {hasNextPage && (
          <button className="btn slim" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('shell.log.more')}
          </button>
        )}
        {data.length > 0 && <LogDownload path={path} />}
      </div>
    </>
  );
};

const FilteredLog = <T,>({ filter, path, ...log }: LogProps<T> & { filter: Filter }): ReactNode => {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  return (
    <>
      <div className="row">
        <label className="field small">
          {filter.label}
          <select value={value} onChange={({ currentTarget }) => setValue(currentTarget.value)}>
            <option value="">{t('shell.log.all')}</option>
            {filter.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Log key={value} path={value === '' ? path : `${path}?${filter.parameter}=${value}`} {...log} />
    </>
  );
};

type DetailsProps<T> = LogProps<T> & { summary: string; filter?: Filter };

/** A log that is loaded when it is opened. */
export const LogDetails = <T,>({ summary, filter, ...log }: DetailsProps<T>): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure summary={summary} onToggle={setOpen}>
      {isOpen && <div className="inset">{filter ? <FilteredLog filter={filter} {...log} /> : <Log {...log} />}</div>}
    </Disclosure>
  );
};

/** The same in a tile of its own. */
export const LogTile = <T,>({ title, ...details }: DetailsProps<T> & { title: string }): ReactNode => (
  <Tile title={title}>
    <LogDetails {...details} />
  </Tile>
);
