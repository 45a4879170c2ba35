import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { DraftPreview as Shown } from '../../../domain/write/preview-routes.ts';
import type { Draft } from '../form/draft.ts';
import { useFormat } from '../shell/format.ts';
import { MailView, ViewChooser, type Viewing } from '../shell/mail-view.tsx';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { TestMail } from './test-mail.tsx';
import type { Previewing } from './use-draft-preview.ts';

const Said = ({ data }: { data: Shown }): ReactNode => {
  const { _: t } = useLingui();
  const { allOf, number } = useFormat();
  if (data.problem !== null)
    return (
      <Notice tone="warn" title={t('write.preview.problem')}>
        <p>{data.problem}</p>
      </Notice>
    );
  const { subject = '', preheader = '' } = data.mail ?? {};
  const missing = data.profile !== null && data.empty.length > 0;
  return (
    <p className="note">
      {data.profile === null ? t('write.preview.nobody') : t('write.preview.for', { address: data.profile.address })}{' '}
      {missing && t('write.preview.empty', { names: allOf(data.empty) })}{' '}
      {t('write.preview.lengths', { subject: number(subject.length), preheader: number(preheader.length) })}
    </p>
  );
};

/** The mail beside the content that is being written, as somebody of the list would get it. */
export const DraftPreview = ({ draft, previewing }: { draft: Draft; previewing: Previewing }): ReactNode => {
  const { _: t } = useLingui();
  const [viewing, setViewing] = useState<Viewing>({ device: 'desktop', look: 'light' });
  const { data, error, address, setAddress } = previewing;
  const from = `${draft.senderName} <${draft.senderAddress}>`;
  return (
    <Tile title={t('write.preview')} className="preview">
      <ViewChooser viewing={viewing} onChange={(change) => setViewing({ ...viewing, ...change })}>
        <label className="field small">
          {t('prepare.preview.as')}
          <input
            className="input"
            type="email"
            value={address}
            placeholder={t('write.preview.asFirst')}
            onChange={({ target }) => setAddress(target.value)}
          />
        </label>
      </ViewChooser>
      <ProblemNote error={error} />
      <div aria-live="polite">{data ? <Said data={data} /> : <p className="note">{t('write.preview.none')}</p>}</div>
      {data?.mail && <MailView mail={{ ...data.mail, from, sendAt: null }} viewing={viewing} />}
      {data?.mail && <TestMail draft={draft} mail={data.mail} />}
    </Tile>
  );
};
