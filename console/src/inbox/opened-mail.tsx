import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { MailFrame } from '../shell/mail-frame.tsx';
import { Tile } from '../shell/tile.tsx';
import { confirmationPath, type Mail } from './local-ses.ts';
import { RecipientActs } from './recipient-acts.tsx';

const Headers = ({ mail }: { mail: Mail }): ReactNode => {
  const { t } = useTranslation();
  const rows = [
    ...Object.entries(mail.headers),
    ...Object.entries(mail.tags).map(([name, tag]) => [`tag ${name}`, tag]),
  ];
  return (
    <details className="twin">
      <summary>
        <Icon name="chev" />
        {t('inbox.headers')}
      </summary>
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
    </details>
  );
};

/** One mail as it arrived: rendered, as text, with its headers. */
export const OpenedMail = ({ mail }: { mail: Mail }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
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
      {path === undefined && <RecipientActs key={mail.messageId} mail={mail} />}
      <details className="twin" open={mail.html === ''}>
        <summary>
          <Icon name="chev" />
          {t('inbox.text')}
        </summary>
        <pre className="as-text">{mail.text}</pre>
      </details>
      <Headers mail={mail} />
    </Tile>
  );
};
