import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { ComparedText, MailDifference } from '../../../domain/confirm/api.ts';
import { useFormat } from '../shell/format.ts';
import { MailFrame } from '../shell/mail-frame.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useMailDifference } from './use-confirming.ts';

/** One side of a comparison: what both have, and what only this one has. */
const Side = ({ pieces, only }: { pieces: ComparedText; only: 'added' | 'removed' }): ReactNode => {
  const { _: t } = useLingui();
  const Mark = only === 'added' ? 'ins' : 'del';
  return pieces
    .filter(({ kind }) => kind === 'same' || kind === only)
    .map(({ kind, text }, index) => {
      const key = `${index}${kind}`;
      if (kind === 'same') return <span key={key}>{text}</span>;
      return (
        <Mark key={key}>
          <span className="vh">{t(`confirm.diff.${only}`)}: </span>
          {text}
        </Mark>
      );
    });
};

type SideProps = { title: string; html: string; difference: MailDifference; only: 'added' | 'removed' };

const Mail = ({ title, html, difference, only }: SideProps): ReactNode => {
  const { _: t } = useLingui();
  return (
    <section className="compared">
      <h4>{title}</h4>
      <p>
        <b className="small">{t('confirm.mails.subject')}</b> <Side pieces={difference.subject} only={only} />
      </p>
      <MailFrame html={html} title={title} />
      <b className="small">{t('confirm.mails.text')}</b>
      <pre className="as-text">
        <Side pieces={difference.text} only={only} />
      </pre>
    </section>
  );
};

const Earlier = ({ difference }: { difference: MailDifference }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { to, before, html } = difference;
  if (!to || before === 'none') return null;
  const title = t(to.wasConfirmed ? 'confirm.mails.was.confirmed' : 'confirm.mails.was.prepared', {
    time: dateTime(to.createdAt),
  });
  return <Mail title={title} html={html.was} difference={difference} only="removed" />;
};

/** The mail of one person, and that of the last version for the same person beside it. */
export const MailBesideMail = ({ runId, message }: { runId: string; message: number }): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useMailDifference(runId, message);
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  return (
    <section className="compared" aria-live="polite">
      <h3>{t('confirm.mails.for', { label: data.label })}</h3>
      <p className="small muted">
        {t(`confirm.mails.before.${data.before}`)} {data.isWhollyNew && t('confirm.mails.whollyNew')}
      </p>
      <div className="cols even">
        <Earlier difference={data} />
        <Mail title={t('confirm.mails.is')} html={data.html.is} difference={data} only="added" />
      </div>
    </section>
  );
};
