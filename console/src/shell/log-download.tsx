import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from './api.ts';
import { ProblemNote } from './problem-note.tsx';

const saveAs = (name: string, parts: string[]): void => {
  // The byte order mark makes spreadsheets read UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', ...parts], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** `/runs/01ABC/messages?state=failed` becomes `runs-01ABC-messages-failed.csv`. */
const fileName = (path: string): string =>
  `${path
    .replaceAll(/\?\w+=/g, '-')
    .split('/')
    .filter((part) => part !== '')
    .join('-')}.csv`;

/** A whole log as a CSV file, fetched page by page. */
export const LogDownload = ({ path }: { path: string }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => saveAs(fileName(path), await api.csv(path)),
  });
  return (
    <>
      <button className="btn slim" type="button" disabled={isPending} onClick={() => mutate()}>
        {t(isPending ? 'shell.log.saving' : 'shell.log.save')}
      </button>
      <ProblemNote error={error} />
    </>
  );
};
