import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunDifference } from '../../../domain/confirm/api.ts';
import type { Counts } from '../../../domain/model/preparation.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { ComparedLines } from '../shell/compared-lines.tsx';
import { useFormat } from '../shell/format.ts';
import { useLanguageName } from '../shell/language-names.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useDifference } from './use-confirming.ts';

const excluded = ({ targeted, toDeliver }: Counts): number => targeted - toDeliver;

const Figures = ({ before, now }: { before: Counts; now: Counts }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const signed = (change: number): string =>
    change > 0 ? `+ ${number(change)}` : change < 0 ? `− ${number(-change)}` : '0';
  const rows = [
    { name: t('confirm.diff.targeted'), was: before.targeted, is: now.targeted },
    { name: t('confirm.diff.excluded'), was: excluded(before), is: excluded(now) },
    { name: t('confirm.diff.toDeliver'), was: before.toDeliver, is: now.toDeliver },
  ];
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('confirm.diff.figure')}</span>
          </th>
          <th scope="col">{t('confirm.diff.before')}</th>
          <th scope="col">{t('confirm.diff.now')}</th>
          <th scope="col">{t('confirm.diff.change')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, was, is }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{number(was)}</td>
            <td>{number(is)}</td>
            <td>{signed(is - was)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type Content = Pick<RunDifference, 'subject' | 'text' | 'htmlChanged'>;

const ComparedContent = ({ content }: { content: Content }): ReactNode => {
  const { _: t } = useLingui();
  const { subject, text, htmlChanged } = content;
  return (
    <>
      <ComparedLines title={t('confirm.diff.subject')} part={subject} />
      <ComparedLines title={t('confirm.diff.text')} part={text} />
      <p className="small muted">
        {subject.length + text.length === 0 && `${t('confirm.diff.same')} `}
        {t(htmlChanged ? 'confirm.diff.html' : 'confirm.diff.htmlSame')}
      </p>
    </>
  );
};

const ComparedLanguages = ({ variants }: Pick<RunDifference, 'variants'>): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useLanguageName();
  return variants.map((variant) => (
    <section key={variant.id}>
      <h3>{t(`confirm.diff.language.${variant.is}`, { language: nameOf(variant.language) })}</h3>
      {variant.is !== 'gone' && <ComparedContent content={variant} />}
    </section>
  ));
};

const Compared = ({ difference, run }: { difference: RunDifference; run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number, allOf } = useFormat();
  const { to, variants, changed, attachments, audience } = difference;
  if (!to || !run.counts) return <p className="muted">{t('confirm.diff.none')}</p>;
  const people = audience && { added: number(audience.added), removed: number(audience.removed) };
  return (
    <>
      <Figures before={to.counts} now={run.counts} />
      <p className="small">{people ? t('confirm.diff.audience', people) : t('confirm.diff.audienceLarge')}</p>
      <ComparedContent content={difference} />
      <ComparedLanguages variants={variants} />
      {attachments.map(({ name, is }) => (
        <p key={name} className="small">
          {t(`confirm.diff.attachment.${is}`, { name })}
        </p>
      ))}
      {changed.length > 0 && (
        <p className="small muted">
          {t('confirm.diff.changed', { fields: allOf(changed.map((field) => t(`confirm.diff.field.${field}`))) })}
        </p>
      )}
    </>
  );
};

/** What is new since people last looked: numbers, subject, text, and what else differs. */
export const DifferenceTile = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { data, error } = useDifference(run.id);
  const title = t(data?.to?.wasConfirmed === true ? 'confirm.diff.confirmed' : 'confirm.diff');
  return (
    <Tile title={title} {...(data?.to && { asOf: dateTime(data.to.createdAt) })}>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data && <Compared difference={data} run={run} />}
    </Tile>
  );
};
