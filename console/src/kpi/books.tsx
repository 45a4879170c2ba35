import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Figures } from '../../../domain/model/figures.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';

/** Everything that was to be sent, by what became of it; the result always in words. */
export const Books = ({ books }: { books: Figures['books'] }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const stopped = books.optedOut > 0 ? t('kpi.books.optedOut', { n: number(books.optedOut) }) : t('kpi.books.stopped');
  const parts: [string, number][] = [
    [t('kpi.books.delivered'), books.delivered],
    [t('kpi.books.failed'), books.failed],
    [t('kpi.books.pending'), books.pending],
    [t('kpi.books.unknown'), books.unknown],
    [stopped, books.stopped],
  ];
  return (
    <div className="books">
      <h3>{t('kpi.books')}</h3>
      <dl>
        <div className="total">
          <dt>{t('kpi.books.toDeliver')}</dt>
          <dd className="num">{number(books.toDeliver)}</dd>
        </div>
        {parts.map(([label, count], index) => (
          <div key={label} data-op={index === 0 ? '=' : '+'}>
            <dt>{label}</dt>
            <dd className="num">{number(count)}</dd>
          </div>
        ))}
      </dl>
      {books.balanced ? (
        <p className="ok">
          <Icon name="ok" />
          <span>{t('kpi.books.balance')}</span>
        </p>
      ) : (
        <p role="alert">
          <Icon name="warn" />
          <span>{t('kpi.books.differ', { n: number(books.difference) })}</span>
        </p>
      )}
    </div>
  );
};
