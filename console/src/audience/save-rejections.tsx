import type { ReactNode } from 'react';
import { LogDownload } from '../shell/log-download.tsx';

/** The rejected rows of an import, with what stands in them, as long as they are kept. */
export const SaveRejections = ({ id, list }: { id: string; list: string }): ReactNode => (
  <LogDownload
    path={`/profiles/imports/${id}/rejections`}
    name={`${list}-rejected.csv`}
    label="prepare.upload.rejections"
  />
);
