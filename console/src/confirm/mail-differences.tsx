import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { RunConditions } from '../../../domain/confirm/api.ts';
import { useLanguageName } from '../shell/language-names.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { ConditionTable } from './condition-table.tsx';
import { MailBesideMail } from './mail-beside-mail.tsx';
import { useConditions } from './use-confirming.ts';

type Content = RunConditions['contents'][number];
type Choosing = { message: number; onChoose: (message: number) => void };

const Samples = ({ content, message, onChoose }: Choosing & { content: Content }): ReactNode => {
  const { _: t } = useLingui();
  if (content.samples.length === 0) return null;
  return (
    <p className="row" role="group" aria-label={t('confirm.mails.samples')}>
      {content.samples.map(({ number, kind }) => (
        <button
          key={number}
          type="button"
          className="btn slim"
          aria-pressed={number === message}
          onClick={() => onChoose(number)}
        >
          {t(`confirm.mails.sample.${kind}`)}
        </button>
      ))}
    </p>
  );
};

const OfContent = ({ content, ...choosing }: Choosing & { content: Content }): ReactNode => {
  const nameOf = useLanguageName();
  return (
    <section className="compared">
      {content.language !== null && <h3>{nameOf(content.language)}</h3>}
      <Samples content={content} {...choosing} />
      <ConditionTable content={content} {...choosing} />
    </section>
  );
};

/** Of each language its conditions and whom they reach, and the mail of one person beside that of the last version. */
export const MailDifferences = ({ runId }: { runId: string }): ReactNode => {
  const { data, error } = useConditions(runId);
  const [chosen, choose] = useState<number>();
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  const message = chosen ?? data.contents.flatMap(({ samples }) => samples)[0]?.number ?? 0;
  return (
    <>
      {data.contents.map((content) => (
        <OfContent key={content.variant ?? ''} content={content} message={message} onChoose={choose} />
      ))}
      <MailBesideMail runId={runId} message={message} />
    </>
  );
};
