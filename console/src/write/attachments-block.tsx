import { useLingui } from '@lingui/react';
import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { bytesOfAll, inMessage } from '../../../domain/model/attached-bytes.ts';
import { MOST_ATTACHED_PEOPLE, type Attachment } from '../../../domain/model/attachment.ts';
import { takenEndings } from '../../../domain/model/attachment-kind.ts';
import type { FormPart } from '../form/form-fields.tsx';
import { AttachedFiles } from '../shell/attached-files.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { useAttachFiles } from './use-attachments.ts';

const ACCEPTED = takenEndings.map((ending) => `.${ending}`).join(',');

const Weight = ({ attachments }: { attachments: readonly Attachment[] }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const n = number(Math.ceil(inMessage(bytesOfAll(attachments)) / 1000));
  return <p className="note">{t('write.attachments.weight', { n })}</p>;
};

/** Files that everybody gets with the mail, in whatever language; taken by file and by drag. */
export const AttachmentsBlock = ({ draft, wrong, onChange }: FormPart): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [removed, setRemoved] = useState('');
  const attaching = useAttachFiles();
  const { attachments } = draft;
  const { data: count, isPending, error } = attaching;
  const isWrong = wrong.includes('content.attachments');
  const attach = (files: readonly File[]): void => {
    if (files.length === 0 || isPending) return;
    setRemoved('');
    attaching.mutate({ files, attachments, onAttached: (all) => onChange({ attachments: all }) });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    attach([...event.dataTransfer.files]);
  };
  const remove = ({ name }: Attachment): void => {
    onChange({ attachments: attachments.filter((one) => one.name !== name) });
    attaching.reset();
    setRemoved(name);
    // The button that had the focus is gone.
    field.current?.focus();
  };
  const removal = (attachment: Attachment): ReactNode => (
    <button className="btn slim" type="button" disabled={isPending} onClick={() => remove(attachment)}>
      {t('write.attachments.remove', { name: attachment.name })}
    </button>
  );
  return (
    <Tile title={t('shell.attached')}>
      <AttachedFiles attachments={attachments} act={removal} />
      {attachments.length > 0 && <Weight attachments={attachments} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what the field within it does for everybody */}
      <div className="drop lab" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        <label htmlFor={id}>{t('write.attachments.file')}</label>
        <input
          id={id}
          ref={field}
          className="input"
          type="file"
          accept={ACCEPTED}
          multiple
          disabled={isPending}
          aria-invalid={isWrong}
          aria-describedby={`${id}-more`}
          onChange={({ target }) => {
            attach([...(target.files ?? [])]);
            // Chosen again, the same file is uploaded again.
            target.value = '';
          }}
        />
        <span id={`${id}-more`}>
          {isWrong ? (
            <b className="wrong">{t('prepare.wrong.content.attachments')}</b>
          ) : (
            t('write.attachments.how', { people: number(MOST_ATTACHED_PEOPLE) })
          )}
        </span>
      </div>
      <output>
        {isPending && t('write.attachments.busy')}
        {count !== undefined && t('write.attachments.added', { count })}
        {removed !== '' && t('write.attachments.removed', { name: removed })}
      </output>
      <ProblemNote error={error} />
    </Tile>
  );
};
