import { useLingui } from '@lingui/react';
import { Fragment, type ReactNode } from 'react';
import type { RunConditions } from '../../../domain/confirm/api.ts';
import { useFormat } from '../shell/format.ts';

type Content = RunConditions['contents'][number];
type Condition = Content['conditions'][number];
type Choosing = { message: number; onChoose: (message: number) => void };

const Branches = ({ condition, message, onChoose }: Choosing & { condition: Condition }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { tag, of = '', branches } = condition;
  return branches.map(({ when, people, sample }, place) => {
    const branch = when ?? t('confirm.mails.else');
    return (
      <tr key={when ?? ''}>
        {place === 0 && (
          <th scope="rowgroup" rowSpan={branches.length}>
            <code>{t(`confirm.mails.tag.${tag}`, { of })}</code>
          </th>
        )}
        <th scope="row" className="left">
          {when === null ? branch : <code>{when}</code>}
        </th>
        <td>{number(people)}</td>
        <td>
          {sample !== null && (
            <button
              type="button"
              className="btn slim"
              aria-pressed={sample === message}
              aria-label={t('confirm.mails.look', { branch })}
              onClick={() => onChoose(sample)}
            >
              {t('confirm.mails.compare')}
            </button>
          )}
        </td>
      </tr>
    );
  });
};

/** Which conditions a content has, as their author wrote them, and how many people each branch reaches. */
export const ConditionTable = ({ content, ...choosing }: Choosing & { content: Content }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { conditions, more } = content;
  if (conditions.length === 0) return <p className="small muted">{t('confirm.mails.noConditions')}</p>;
  const moreBranches = conditions.reduce((sum, each) => sum + each.more, 0);
  return (
    <>
      <table className="tbl">
        <caption>{t('confirm.mails.conditions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('confirm.mails.condition')}</th>
            <th scope="col" className="left">
              {t('confirm.mails.branch')}
            </th>
            <th scope="col">{t('confirm.mails.people')}</th>
            <th scope="col">{t('confirm.mails.show')}</th>
          </tr>
        </thead>
        {conditions.map((condition) => (
          <tbody key={JSON.stringify(condition)}>
            <Branches condition={condition} {...choosing} />
          </tbody>
        ))}
      </table>
      <p className="small muted">
        {t('confirm.mails.counted')}
        {moreBranches > 0 && (
          <Fragment> {t('confirm.mails.moreBranches', { count: moreBranches, n: number(moreBranches) })}</Fragment>
        )}
        {more > 0 && <Fragment> {t('confirm.mails.moreConditions', { count: more, n: number(more) })}</Fragment>}
      </p>
    </>
  );
};
