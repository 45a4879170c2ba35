import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from './api.ts';
import { ProblemNote } from './problem-note.tsx';
import { saveFile } from './save-file.ts';

// The byte order mark makes spreadsheets read UTF-8.
const saveAs = (name: string, parts: string[]): void => saveFile(name, 'text/csv;charset=utf-8', ['\uFEFF', ...parts]);

/** `/runs/01ABC/messages?state=failed` becomes `runs-01ABC-messages-failed.csv`. */
const fileName = (path: string): string =>
  `${path
    .replaceAll(/\?\w+=/g, '-')
    .split('/')
    .filter((part) => part !== '')
    .join('-')}.csv`;

/** A whole log as a CSV file, fetched page by page. */
export const LogDownload = ({ path }: { path: string }): ReactNode => {
  const { _: t } = useLingui();
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
