import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import type * as z from 'zod';
import { DraftProofRequest, type ProofReport } from '../../../domain/prepare/api.ts';
import type { DraftPreview } from '../../../domain/write/preview-routes.ts';
import { attachmentsOf } from '../form/draft-content.ts';
import type { Draft } from '../form/draft.ts';
import { useApi } from '../shell/api.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';

type Request = z.input<typeof DraftProofRequest>;

const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((address) => address !== '');

type Props = { draft: Draft; mail: NonNullable<DraftPreview['mail']> };

/** What is asked for, or what is wrong of it. */
const asked = ({ draft, mail }: Props, to: string): { request: Request } | { wrong: 'sender' | 'addresses' } => {
  const { subject, html, text } = mail;
  const sender = { name: draft.senderName, address: draft.senderAddress.trim() };
  const addresses = addressesIn(to);
  const { data, error } = DraftProofRequest.safeParse({
    mail: { subject, html, text },
    sender,
    ...(draft.topic !== '' && { topic: draft.topic }),
    addresses,
    ...attachmentsOf(draft),
  });
  if (data) return { request: data };
  return { wrong: error.issues.some(({ path }) => path[0] === 'sender') ? 'sender' : 'addresses' };
};

/** Sends the mail as it is shown, unsaved as it is, to people who look it over. */
export const TestMail = (props: Props): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { me } = useSession();
  const api = useApi();
  const id = useId();
  const [to, setTo] = useState(me.email);
  const [wrong, setWrong] = useState<'sender' | 'addresses'>();
  const sending = useMutation({
    mutationFn: async (request: Request) => api.post<ProofReport>('/proofs', request),
  });
  const send = (): void => {
    const now = asked(props, to);
    setWrong('wrong' in now ? now.wrong : undefined);
    if ('request' in now) sending.mutate(now.request);
  };
  return (
    <Disclosure summary={t('write.test')}>
      <div className="lab inset">
        <label htmlFor={id}>{t('write.test.to')}</label>
        <input
          id={id}
          className="input"
          value={to}
          aria-invalid={wrong === 'addresses'}
          aria-describedby={`${id}-more`}
          onChange={({ target }) => setTo(target.value)}
          onKeyDown={(event) => {
            // It lies within the form of the campaign, which is not saved by this.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            send();
          }}
        />
        <span id={`${id}-more`}>
          {wrong ? <b className="wrong">{t(`write.test.wrong.${wrong}`)}</b> : t('write.test.hint')}
        </span>
      </div>
      <div className="row inset">
        <button className="btn slim" type="button" disabled={sending.isPending} onClick={send}>
          {t('write.test.send')}
        </button>
      </div>
      <ProblemNote error={sending.error} />
      <output className="small">
        {sending.data &&
          t('write.test.sent', {
            count: sending.data.sent,
            n: number(sending.data.sent),
            subject: sending.data.subject,
          })}
      </output>
    </Disclosure>
  );
};
