import { useLingui } from '@lingui/react';
import { useEffect, useEffectEvent, useId, type DragEvent, type ReactNode } from 'react';
import type { PictureView } from '../../../../domain/write/picture-routes.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useUploadPictures } from './use-pictures.ts';

/** What browsers can draw; of them the API gets a JPEG, PNG or GIF. */
const ACCEPTED = 'image/jpeg,image/png,image/gif,image/webp,image/avif';

const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/** A picture that is pasted anywhere on the page; text is pasted as ever. */
const usePasted = (onFiles: (files: File[]) => void): void => {
  const hear = useEffectEvent((event: ClipboardEvent) => {
    const files = picturesIn(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => hear(event);
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
};

/** Takes pictures by file, drag and paste. `onUploaded` gets those that are there then. */
export const UploadPictures = ({ onUploaded }: { onUploaded?: (pictures: PictureView[]) => void }): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const uploading = useUploadPictures();
  const upload = (files: readonly File[]): void => {
    if (files.length > 0 && !uploading.isPending)
      uploading.mutate(files, { onSuccess: (pictures) => onUploaded?.(pictures) });
  };
  usePasted(upload);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    upload(picturesIn(event.dataTransfer));
  };
  const { data, isPending, error } = uploading;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what the field within it does for everybody */}
      <div className="drop lab" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        <label htmlFor={id}>{t('write.pictures.file')}</label>
        <input
          id={id}
          className="input"
          type="file"
          accept={ACCEPTED}
          multiple
          disabled={isPending}
          aria-describedby={`${id}-how`}
          onChange={({ target }) => {
            upload([...(target.files ?? [])]);
            // Chosen again, the same file is uploaded again.
            target.value = '';
          }}
        />
        <span id={`${id}-how`}>{t('write.pictures.how')}</span>
      </div>
      <output>
        {isPending && t('write.pictures.busy')}
        {data && t('write.pictures.uploaded', { count: data.length })}
      </output>
      <ProblemNote error={error} />
    </>
  );
};
