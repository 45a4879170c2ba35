import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from './api.ts';
import { useLanguage } from './language.ts';
import { ProblemNote } from './problem-note.tsx';
import { saveFile } from './save-file.ts';
import type { WordKey } from './word-key.ts';

// The byte order mark makes spreadsheets read UTF-8.
const saveAs = (name: string, parts: string[]): void => saveFile(name, 'text/csv;charset=utf-8', ['\uFEFF', ...parts]);

/** `/runs/01ABC/messages?state=failed` becomes `runs-01ABC-messages-failed.csv`; names of columns are none of it. */
const fileName = (path: string): string =>
  `${path
    .replace(/\?attributes=.*/, '')
    .replaceAll(/\?\w+=/g, '-')
    .split('/')
    .filter((part) => part !== '')
    .join('-')}.csv`;

type Props = {
  path: string;
  /** Absent: as its path. */
  name?: string;
  label?: WordKey;
};

/** A whole log as a CSV file, fetched page by page. */
export const LogDownload = ({ path, name = fileName(path), label = 'shell.log.save' }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { language } = useLanguage();
  const api = useApi();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => saveAs(name, await api.csv(path, language)),
  });
  return (
    <>
      <button className="btn slim" type="button" disabled={isPending} onClick={() => mutate()}>
        {t(isPending ? 'shell.log.saving' : label)}
      </button>
      <ProblemNote error={error} />
    </>
  );
};
