import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Sending } from './sending.tsx';
import type { useUploadFirst } from './use-import.ts';

type UploadFirstProps = Pick<ReturnType<typeof useUploadFirst>, 'uploading' | 'sent'> & { file: File; list: string };

/** A large workbook is uploaded when somebody says so: an upload belongs to a list. */
export const UploadFirst = ({ file, list, uploading, sent }: UploadFirstProps): ReactNode => {
  const { _: t } = useLingui();
  return (
    <>
      <p className="small muted">{t('prepare.import.look.uploadHint')}</p>
      <div className="row">
        <button
          className="btn slim"
          type="button"
          disabled={list === '' || uploading.isPending}
          onClick={() => uploading.mutate()}
        >
          {t('prepare.import.look.upload')}
        </button>
      </div>
      {sent && <Sending file={file} sent={sent} />}
      <ProblemNote error={uploading.error} />
    </>
  );
};
