import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../shell/format.ts';
import { MailFrame } from '../shell/mail-frame.tsx';
import { Tile } from '../shell/tile.tsx';
import { attachmentPath, confirmationPath, type Mail } from './local-ses.ts';
import { RecipientActs } from './recipient-acts.tsx';
import { Disclosure } from '../shell/disclosure.tsx';

const Headers = ({ mail }: { mail: Mail }): ReactNode => {
  const { _: t } = useLingui();
  const rows = [
    ...Object.entries(mail.headers),
    ...Object.entries(mail.tags).map(([name, tag]) => [`tag ${name}`, tag]),
  ];
  return (
    <Disclosure summary={t('inbox.headers')}>
      <table className="tbl">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="left">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
};

/** One mail as it arrived: rendered, as text, with its headers. */
export const OpenedMail = ({ mail }: { mail: Mail }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  const path = confirmationPath(mail);
  return (
    <Tile title={mail.subject} asOf={dateTime(mail.receivedAt)}>
      <p className="small">
        {t('inbox.from')} {mail.from} · {t('inbox.to')} <b>{mail.to}</b>
      </p>
      {path !== undefined && (
        <p>
          <Link className="btn go" to={path}>
            {t('inbox.followLink')}
          </Link>
        </p>
      )}
      {mail.html !== '' && (
        <div className="bench">
          <div className="frame desktop">
            <MailFrame html={mail.html} title={t('inbox.html')} />
          </div>
        </div>
      )}
      {mail.attachments.map(({ name, bytes }, place) => (
        <p key={name} className="small">
          <a href={attachmentPath(mail, place)} download={name}>
            {name}
          </a>{' '}
          {t('shell.attached.kilobytes', { n: number(Math.ceil(bytes / 1000)) })}
        </p>
      ))}
      {path === undefined && <RecipientActs key={mail.messageId} mail={mail} />}
      <Disclosure summary={t('inbox.text')} open={mail.html === ''}>
        <pre className="as-text">{mail.text}</pre>
      </Disclosure>
      <Headers mail={mail} />
    </Tile>
  );
};
