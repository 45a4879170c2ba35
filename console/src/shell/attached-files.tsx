import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AttachmentFile, Attachment } from '../../../domain/model/attachment.ts';
import { useApi } from './api.ts';
import { useFormat } from './format.ts';
import { ProblemNote } from './problem-note.tsx';
import { saveFile } from './save-file.ts';

const bytesIn = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);

type Props = {
  attachments: readonly Attachment[];
  /** Beside the size of each. */
  act?: (attachment: Attachment) => ReactNode;
};

/** What goes with the mail. Each file is saved, never opened here: what it holds is of nobody that the browser should trust. */
export const AttachedFiles = ({ attachments, act }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const api = useApi();
  const saving = useMutation({
    mutationFn: async ({ name, sha256 }: Attachment) => {
      const { base64 } = await api.get<AttachmentFile>(`/attachments/${sha256}`);
      saveFile(name, 'application/octet-stream', [bytesIn(base64)]);
    },
  });
  if (attachments.length === 0) return null;
  return (
    <>
      <table className="tbl">
        <caption className="vh">{t('shell.attached')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('shell.attached.name')}</th>
            <th scope="col">{t('shell.attached.type')}</th>
            <th scope="col">{t('shell.attached.size')}</th>
          </tr>
        </thead>
        <tbody>
          {attachments.map((attachment) => (
            <tr key={attachment.name}>
              <th scope="row">
                <button
                  className="btn slim"
                  type="button"
                  disabled={saving.isPending}
                  title={t('shell.attached.save', { name: attachment.name })}
                  onClick={() => saving.mutate(attachment)}
                >
                  {attachment.name}
                </button>
              </th>
              <td className="left">{attachment.type}</td>
              <td>
                {t('shell.attached.kilobytes', { n: number(Math.ceil(attachment.bytes / 1000)) })} {act?.(attachment)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemNote error={saving.error} />
    </>
  );
};
