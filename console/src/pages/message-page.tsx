import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { MessageMail } from '../../../domain/track/api.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { MailView, ViewChooser, type Viewing } from '../shell/mail-view.tsx';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

const Mail = ({ mail }: { mail: MessageMail }): ReactNode => {
  const { _: t } = useLingui();
  const [viewing, setViewing] = useState<Viewing>({ device: 'desktop', look: 'light' });
  return (
    <Tile title={t('prepare.preview')} className="preview">
      <ViewChooser viewing={viewing} onChange={(change) => setViewing({ ...viewing, ...change })}>
        <Link to={`/profiles/${encodeURIComponent(mail.profileId)}`}>{mail.address}</Link>
      </ViewChooser>
      <MailView mail={mail} viewing={viewing} />
      <p className="note">{t('track.mail.note')}</p>
    </Tile>
  );
};

/** `/runs/:id/messages/:number`: the mail of one message, for whoever helps the person who got it. */
export const MessagePage = (): ReactNode => {
  const { _: t } = useLingui();
  const { number: format } = useFormat();
  const api = useApi();
  const { id = '', number = '' } = useParams();
  const run = `/runs/${encodeURIComponent(id)}`;
  const { data, error } = useQuery({
    queryKey: ['messageMail', id, number],
    queryFn: async () => api.get<MessageMail>(`${run}/messages/${encodeURIComponent(number)}/mail`),
  });
  const title = t('track.mail', { number: format(Number(number) + 1) });
  return (
    <Page title={title} heading crumbs={[{ to: run, label: t('track.mail.run') }]}>
      <ProblemNote error={error} />
      {data ? <Mail mail={data} /> : !error && <Waiting />}
    </Page>
  );
};
