import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportReport } from '../../../domain/audience/api.ts';
import { MAX_FILE_BYTES } from '../../../domain/audience/import-limits.ts';
import { useApi } from '../shell/api.ts';
import { ApiProblem } from '../shell/api-problem.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Disclosure } from '../shell/disclosure.tsx';
import { GivenUpImports, UnreadableLists } from './given-up-imports.tsx';
import { Report } from './import-report.tsx';

type Import = { file: File; list: string; changedAddresses?: number };

/** What does not fit into a request never reaches the API, which could say so. */
export const refuseTooLarge = ({ size }: File): void => {
  if (size <= MAX_FILE_BYTES) return;
  const facts = { bytes: size, maxBytes: MAX_FILE_BYTES };
  throw new ApiProblem(413, 'too-large', { detail: '', mend: '', cause: 'fileTooLarge', facts });
};

/** How many addresses would change, when that is why the file was refused. */
const changedIn = (error: unknown): number | undefined => {
  if (!(error instanceof ApiProblem) || error.cause !== 'idsOfOthers') return undefined;
  return typeof error.facts['changed'] === 'number' ? error.facts['changed'] : undefined;
};

const useImport = (onImported: (list: string) => void) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, list, changedAddresses }: Import) => {
      refuseTooLarge(file);
      const changed = changedAddresses === undefined ? '' : `&changedAddresses=${changedAddresses}`;
      return api.postFile(`/profiles/imports?list=${encodeURIComponent(list)}${changed}`, file, ImportReport);
    },
    onSuccess: ({ list, accepted }) => {
      if (accepted > 0) onImported(list);
    },
    // Of a refusal, too: the import may have been given up.
    onSettled: async () => queries.invalidateQueries({ queryKey: ['lists'] }),
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
  const { number } = useFormat();
  const importing = useImport(onImported);
  const changed = changedIn(importing.error);
  const choose = (chosen: File | undefined): void => {
    setFile(chosen);
    if (chosen && list === '') setList(listNameOf(chosen.name));
  };
  return (
    <Disclosure summary={t('prepare.import.title')}>
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
        <ProblemNote error={importing.error}>
          {file && changed !== undefined && (
            <button
              className="btn slim"
              type="button"
              onClick={() => importing.mutate({ file, list, changedAddresses: changed })}
            >
              {t('prepare.import.changed', { n: number(changed) })}
            </button>
          )}
        </ProblemNote>
        <GivenUpImports />
        <UnreadableLists />
        {importing.data && <Report report={importing.data} />}
      </div>
    </Disclosure>
  );
};
