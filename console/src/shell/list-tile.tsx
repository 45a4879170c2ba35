import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Notice } from './notice.tsx';
import { ProblemNote } from './problem-note.tsx';
import { Waiting } from './waiting.tsx';

type Props = {
  label: string;
  /** What stands there when nothing is found. */
  none: string;
  /** How many of it are shown. */
  shown: number;
  /** Ids of what cannot be read. */
  unreadable: readonly string[];
  asked: {
    data: unknown;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
  children: ReactNode;
};

/** A list that is fetched page by page. */
export const ListTile = ({ label, none, shown, unreadable, asked, children }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = asked;
  const names = [...new Set(unreadable)];
  return (
    <>
      <ProblemNote error={error} />
      {names.length > 0 && (
        <Notice tone="warn" title={t('prepare.unreadable')}>
          <p>{t('prepare.verdict.unreadableWhy', { ids: names.join(', ') })}</p>
        </Notice>
      )}
      <section className="tile" aria-label={label}>
        {data === undefined && !error && <Waiting />}
        {data !== undefined && (shown > 0 ? children : <output className="in">{none}</output>)}
        {hasNextPage && (
          <footer>
            <button
              className="btn slim"
              type="button"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('shell.log.more')}
            </button>
          </footer>
        )}
      </section>
    </>
  );
};
