import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import type { ListDetail } from '../../../domain/audience/lists.ts';
import type { ListSummary } from '../../../domain/model/profile.ts';
import { may } from '../../../domain/people/authorisation.ts';
import { useApi } from '../shell/api.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { TestList } from './test-list.tsx';

const addressOf = (list: string): string => `/lists/${encodeURIComponent(list)}`;

const Title = ({ list }: { list: ListSummary }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const id = useId();
  const [title, setTitle] = useState(list.title ?? '');
  const saving = useMutation({
    mutationFn: async () => api.put<ListSummary>(addressOf(list.name), { title }),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['lists'] }),
  });
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className="form" onSubmit={save}>
      <div className="lab">
        <label htmlFor={id}>{t('audience.list.title')}</label>
        <input
          id={id}
          className="input"
          value={title}
          maxLength={100}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setTitle(target.value)}
        />
        <span id={`${id}-hint`}>{t('audience.list.titleHint')}</span>
      </div>
      <div className="row">
        <button className="btn slim" type="submit" disabled={saving.isPending}>
          {t('audience.list.rename')}
        </button>
        {saving.data && <span role="status">{t('audience.list.renamed')}</span>}
      </div>
      <ProblemNote error={saving.error} />
    </form>
  );
};

const Deletion = ({ detail: { list, campaigns, segments } }: { detail: ListDetail }): ReactNode => {
  const { _: t } = useLingui();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { number } = useFormat();
  const [isAsking, ask] = useState(false);
  const users = campaigns.length + segments.length;
  const deleting = useMutation({
    mutationFn: async () => api.delete<ListDetail>(`${addressOf(list.name)}?usedBy=${users}`),
    onSuccess: async () => {
      await navigate('/lists');
      queries.removeQueries({ queryKey: ['lists', list.name] });
      await queries.invalidateQueries({ queryKey: ['lists'] });
    },
  });
  const act = (
    <button className="btn danger" type="button" disabled={deleting.isPending} onClick={() => deleting.mutate()}>
      {t('audience.list.delete')}
    </button>
  );
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t('audience.list.delete')}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('audience.list.deleteTitle')}
        cancel={t('audience.list.keep')}
        act={act}
      >
        <p>{t('audience.list.deleteEffect')}</p>
        {users > 0 && <p>{t('audience.list.deleteUsers', { n: number(users) })}</p>}
        <ProblemNote error={deleting.error} />
      </Ask>
    </>
  );
};

/** What a list is called, and its end. */
export const ListSettings = ({ detail }: { detail: ListDetail }): ReactNode => {
  const { _: t } = useLingui();
  const { me } = useSession();
  return (
    <>
      {may(me, 'prepare') && (
        <Tile title={t('audience.list.rename')}>
          <Title list={detail.list} />
        </Tile>
      )}
      <TestList list={detail.list} />
      <Tile title={t('audience.list.delete')}>
        <p className="small">{t('audience.list.deleteEffect')}</p>
        {may(me, 'manageAudience') ? (
          <Deletion detail={detail} />
        ) : (
          <p className="small muted">{t('audience.list.whoMayDelete')}</p>
        )}
      </Tile>
    </>
  );
};
