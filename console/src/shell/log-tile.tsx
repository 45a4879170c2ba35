import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { LogDownload } from './log-download.tsx';
import { ProblemNote } from './problem-note.tsx';
import { Tile } from './tile.tsx';
import { Disclosure } from './disclosure.tsx';
import { useLog, type Paged } from './use-log.ts';
import { Waiting } from './waiting.tsx';

type LogProps<P extends Paged> = {
  path: string;
  /** Column headings; the first names the row. */
  columns: string[];
  row: (item: P['items'][number], index: number) => ReactNode;
};

/** Narrows a log by one of its columns: the query parameter, its name and its values in words. */
type Filter = { parameter: string; label: string; options: { value: string; label: string }[] };

const Lines = <P extends Paged>({
  columns,
  row,
  data,
}: Pick<LogProps<P>, 'columns' | 'row'> & { data: P['items'] }): ReactNode => (
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

const Log = <P extends Paged>({ path, columns, row }: LogProps<P>): ReactNode => {
  const { _: t } = useLingui();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useLog<P>(path);
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  return (
    <>
      {data.length === 0 && <p className="muted">{t(hasNextPage ? 'shell.log.noneSoFar' : 'shell.log.none')}</p>}
      {data.length > 0 && <Lines<P> columns={columns} row={row} data={data} />}
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

const FilteredLog = <P extends Paged>({ filter, path, ...log }: LogProps<P> & { filter: Filter }): ReactNode => {
  const { _: t } = useLingui();
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
      <Log<P> key={value} path={value === '' ? path : `${path}?${filter.parameter}=${value}`} {...log} />
    </>
  );
};

type DetailsProps<P extends Paged> = LogProps<P> & { summary: string; filter?: Filter };

/** A log that is loaded when it is opened. */
export const LogDetails = <P extends Paged>({ summary, filter, ...log }: DetailsProps<P>): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure summary={summary} onToggle={setOpen}>
      {isOpen && (
        <div className="inset">{filter ? <FilteredLog<P> filter={filter} {...log} /> : <Log<P> {...log} />}</div>
      )}
    </Disclosure>
  );
};

/** The same in a tile of its own. */
export const LogTile = <P extends Paged>({ title, ...details }: DetailsProps<P> & { title: string }): ReactNode => (
  <Tile title={title}>
    <LogDetails<P> {...details} />
  </Tile>
);
