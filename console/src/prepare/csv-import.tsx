import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportReport } from '../../../domain/prepare/api.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Twin } from '../shell/twin.tsx';

const SHOWN = 5;

const Report = ({ report }: { report: ImportReport }): ReactNode => {
  const { t } = useTranslation();
  const { number, day } = useFormat();
  const told = ({ columns, header, erasedAt }: ImportReport['rejections'][number]['facts']) => ({
    columns: number(Number(columns)),
    header: number(Number(header)),
    date: erasedAt === undefined ? '–' : day(String(erasedAt)),
  });
  const { list, encoding, accepted, rejected, rows, rejections } = report;
  return (
    <output className="small">
      {t('prepare.import.done', { accepted: number(accepted), rows: number(rows), rejected: number(rejected), list })}
      {encoding === 'windows-1252' && <p>{t('prepare.import.windows1252')}</p>}
      <ul>
        {rejections.slice(0, SHOWN).map(({ line, code, facts }) => (
          <li key={line}>
            {t('prepare.import.line', { line: number(line) })} {t(`prepare.import.cause.${code}`, told(facts))}
          </li>
        ))}
      </ul>
      {rejected > SHOWN && t('prepare.import.more', { n: number(rejected - SHOWN) })}
    </output>
  );
};

const useImport = (onImported: (list: string) => void) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, list }: { file: File; list: string }) =>
      api.postFile(`/profiles/imports?list=${encodeURIComponent(list)}`, file, ImportReport),
    onSuccess: async ({ list }) => {
      await queries.invalidateQueries({ queryKey: ['lists'] });
      onImported(list);
    },
  });
};

/** A name that a list may bear, made from the file's. */
const listNameOf = (fileName: string): string =>
  fileName
    .replace(/\.\w+$/, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, 64);

/** Imports a file of profiles into a list and chooses that list. */
export const CsvImport = ({ onImported }: { onImported: (list: string) => void }): ReactNode => {
  const { t } = useTranslation();
  const id = useId();
  const [file, setFile] = useState<File>();
  const [list, setList] = useState('');
  const importing = useImport(onImported);
  const choose = (chosen: File | undefined): void => {
    setFile(chosen);
    if (chosen && list === '') setList(listNameOf(chosen.name));
  };
  return (
    <Twin summary={t('prepare.import.title')}>
      <div className="form inset">
        <p className="small muted">{t('prepare.import.hint')}</p>
        <div className="lab">
          <label htmlFor={`${id}-file`}>{t('prepare.import.file')}</label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => choose(target.files?.[0])}
          />
        </div>
        <div className="lab">
          <label htmlFor={`${id}-list`}>{t('prepare.import.list')}</label>
          <input
            id={`${id}-list`}
            className="input"
            value={list}
            pattern="[A-Za-z0-9_\-]{1,64}"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setList(target.value)}
          />
          <span id={`${id}-hint`}>{t('prepare.import.listHint')}</span>
        </div>
        <div className="row">
          <button
            className="btn slim"
            type="button"
            disabled={!file || list === '' || importing.isPending}
            onClick={() => file && importing.mutate({ file, list })}
          >
            {t(importing.isPending ? 'prepare.import.busy' : 'prepare.import.do')}
          </button>
        </div>
        <ProblemNote error={importing.error} />
        {importing.data && <Report report={importing.data} />}
      </div>
    </Twin>
  );
};
