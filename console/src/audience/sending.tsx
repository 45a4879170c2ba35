import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useFormat } from '../shell/format.ts';
import type { Sent } from './upload-file.ts';

/** How much of a file is uploaded. */
export const Sending = ({ file, sent: { bytes, isWaiting } }: { file: File; sent: Sent }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const percent = Math.floor((bytes / file.size) * 100);
  const megabytes = Math.ceil(file.size / 1e6);
  return (
    <>
      <progress value={percent} max={100} aria-label={file.name} />
      <p className="small">
        {t('prepare.upload.sending', { name: file.name, percent: number(percent), megabytes: number(megabytes) })}
      </p>
      {isWaiting && <p className="small wrong">{t('prepare.upload.waiting')}</p>}
    </>
  );
};
