import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { Snippet } from '../../../../domain/model/snippet.ts';
import { Ask } from '../../shell/ask.tsx';
import { useFormat } from '../../shell/format.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useSnippetAct, useSnippetUsers } from './use-snippets.ts';

/** So many of those who use it are named. */
const NAMED = 10;

/** The end of a snippet, asked about first, with who uses it. */
export const DeleteSnippet = ({ snippet }: { snippet: Snippet }): ReactNode => {
  const { id: name, version } = snippet;
  const { _: t } = useLingui();
  const { allOf, number } = useFormat();
  const [isAsking, ask] = useState(false);
  const { data: users } = useSnippetUsers(isAsking ? name : undefined);
  const acting = useSnippetAct();
  const more = (users?.length ?? 0) - NAMED;
  const act = (
    <button
      className="btn danger"
      type="button"
      disabled={acting.isPending || !users}
      onClick={() =>
        acting.mutate({ do: 'delete', name, usedBy: users?.length ?? 0, version }, { onSuccess: () => ask(false) })
      }
    >
      {t('write.snippets.delete')}
    </button>
  );
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t('write.snippets.delete')}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('write.snippets.deleting', { name })}
        cancel={t('prepare.form.cancel')}
        act={act}
      >
        <p>{t('write.snippets.deletingWhy')}</p>
        {users && users.length > 0 && (
          <p>
            <b>{t('write.snippets.usedBy', { names: allOf(users.slice(0, NAMED).map((user) => user.name)) })}</b>{' '}
            {more > 0 && t('calendar.more', { count: more, n: number(more) })}
          </p>
        )}
        <ProblemNote error={acting.error} />
      </Ask>
    </>
  );
};
