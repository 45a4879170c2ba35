import { useLingui } from '@lingui/react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { getMail, listMails, type Mail } from './local-ses.ts';
import { OpenedMail } from './opened-mail.tsx';

const useMails = (to: string) =>
  useInfiniteQuery({
    queryKey: ['inbox', to],
    queryFn: async ({ pageParam }) => listMails(to, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: 3000,
    select: ({ pages }) => pages.flatMap(({ messages }) => messages),
  });

const List = ({ mails, chosen }: { mails: Mail[]; chosen: string }): ReactNode => {
  const { time } = useFormat();
  return (
    <ul>
      {mails.map(({ messageId, to, subject, receivedAt }) => (
        <li key={messageId}>
          <Link to={`?mail=${encodeURIComponent(messageId)}`} aria-current={messageId === chosen ? 'true' : undefined}>
            <span className="to">{to}</span>
            <time dateTime={receivedAt}>{time(receivedAt)}</time>
            <span className="sj">{subject}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};

const Opened = ({ messageId }: { messageId: string }): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useQuery({ queryKey: ['mail', messageId], queryFn: async () => getMail(messageId) });
  if (error) return <p className="muted">{t('inbox.gone')}</p>;
  return data ? <OpenedMail mail={data} /> : <Waiting />;
};

/** The inbox of this machine: every mail that left Freigabe, and what its recipient may do. */
export const InboxPage = (): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const [to, setTo] = useState('');
  const [search] = useSearchParams();
  const chosen = search.get('mail') ?? '';
  const { data, hasNextPage, fetchNextPage } = useMails(to.trim());
  return (
    <Page title={t('inbox.title')} heading>
      <p className="muted">{t('inbox.what')}</p>
      <div className="lab">
        <label htmlFor={id}>{t('inbox.filter')}</label>
        <input id={id} className="input" type="search" value={to} onChange={({ target }) => setTo(target.value)} />
      </div>
      {!data && <Waiting />}
      {data?.length === 0 && <p className="muted">{t('inbox.none')}</p>}
      {data && data.length > 0 && (
        <div className="mailbox">
          <nav className="mails" aria-label={t('inbox.title')}>
            <List mails={data} chosen={chosen} />
            {hasNextPage && (
              <button className="btn slim" type="button" onClick={() => void fetchNextPage()}>
                {t('inbox.more')}
              </button>
            )}
          </nav>
          <div className="reading">
            {chosen ? <Opened messageId={chosen} /> : <p className="hd muted">{t('inbox.choose')}</p>}
          </div>
        </div>
      )}
    </Page>
  );
};
