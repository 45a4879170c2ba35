import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftPreview as Shown, PreviewRequest } from '../../../domain/write/preview-routes.ts';
import { audienceOf } from '../form/draft-audience.ts';
import type { Draft } from '../form/draft.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { MailView, ViewChooser, type Viewing } from '../shell/mail-view.tsx';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';

/** Milliseconds without a key before the mail is put together anew. */
const QUIET = 400;

/** A text once it has stayed the same for a moment. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** A filter that is being written means nobody yet; then the list alone does. */
const requestOf = (draft: Draft, address: string): PreviewRequest | undefined => {
  const { subject, preheader, format, source, text, list } = draft;
  if (source.trim() === '') return undefined;
  const content = { subject, preheader, [format]: source, text };
  const as = address.trim() === '' ? {} : { address: address.trim() };
  const tries = [{ ...audienceOf(draft) }, { list }].map((audience) =>
    PreviewRequest.safeParse({ content, ...audience, ...as }),
  );
  return tries.find(({ success }) => success)?.data;
};

const Said = ({ data }: { data: Shown }): ReactNode => {
  const { t } = useTranslation();
  const { allOf } = useFormat();
  if (data.problem !== null)
    return (
      <Notice tone="warn" title={t('write.preview.problem')}>
        <p>{data.problem}</p>
      </Notice>
    );
  const missing = data.profile !== null && data.empty.length > 0;
  return (
    <p className="note">
      {data.profile === null ? t('write.preview.nobody') : t('write.preview.for', { address: data.profile.address })}{' '}
      {missing && t('write.preview.empty', { names: allOf(data.empty) })}
    </p>
  );
};

/** The mail beside the content that is being written, as somebody of the list would get it. */
export const DraftPreview = ({ draft }: { draft: Draft }): ReactNode => {
  const { t } = useTranslation();
  const api = useApi();
  const [viewing, setViewing] = useState<Viewing>({ device: 'desktop', look: 'light' });
  const [address, setAddress] = useState('');
  const request = useSettled(JSON.stringify(requestOf(draft, address) ?? null));
  const { data, error } = useQuery({
    queryKey: ['draft-preview', request],
    queryFn: async () => api.post('/previews', JSON.parse(request), Shown),
    enabled: request !== 'null',
    placeholderData: keepPreviousData,
    retry: false,
  });
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
    </Tile>
  );
};
