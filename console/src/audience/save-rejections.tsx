import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../shell/api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { saveFile } from '../shell/save-file.ts';

/** The rejected rows of an import, with what stands in them, as long as they are kept. Spreadsheets need the mark in front. */
export const SaveRejections = ({ id, list }: { id: string; list: string }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const saving = useMutation({
    mutationFn: async () =>
      saveFile(`${list}-rejected.csv`, 'text/csv;charset=utf-8', [
        '\uFEFF',
        ...(await api.csv(`/profiles/imports/${id}/rejections`)),
      ]),
  });
  return (
    <>
      <button className="btn slim" type="button" disabled={saving.isPending} onClick={() => saving.mutate()}>
        {t('prepare.upload.rejections')}
      </button>
      <ProblemNote error={saving.error} />
    </>
  );
};
