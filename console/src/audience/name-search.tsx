import { useLingui } from '@lingui/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Link } from 'react-router';
import type { FoundNames } from '../../../domain/audience/lists.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useLists } from './list-queries.ts';

/** `list` empty: in all of them. */
type Sought = { list: string; name: string };
type Look = 'names' | 'profiles';

const Matches = ({ list, name }: Sought): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const api = useApi();
  const [look, setLook] = useState<Look>('names');
  const search = useInfiniteQuery({
    queryKey: ['profiles', look, list, name],
    queryFn: async ({ pageParam }) => {
      const query = new URLSearchParams({ name, look, ...(pageParam !== '' && { cursor: pageParam }) });
      const path = list === '' ? '/profiles/search/names' : `/lists/${encodeURIComponent(list)}/search`;
      return api.get<FoundNames>(`${path}?${query.toString()}`);
    },
    // What was looked at is not looked at again because a window comes back.
    staleTime: Number.POSITIVE_INFINITY,
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
  const pages = search.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const looked = pages.reduce((sum, page) => sum + (page.looked ?? 0), 0);
  const isThrough = pages.some((page) => page.looked !== null);
  return (
    <div role="status">
      <ProblemNote error={search.error} />
      {search.isFetching && <p>{t('track.search.looking')}</p>}
      {pages.length > 0 && isThrough && (
        <p>{t('track.search.named', { found: number(items.length), looked: number(looked) })}</p>
      )}
      {pages.length > 0 && !isThrough && (
        <p>{items.length === 0 ? t('track.search.none') : t('track.search.found', { count: items.length })}</p>
      )}
      <ul>
        {items.map((profile) => (
          <li key={profile.id}>
            <Link to={`/profiles/${encodeURIComponent(profile.id)}`}>
              {profile.name} · {profile.address} · {profile.id}
            </Link>
          </li>
        ))}
      </ul>
      {search.hasNextPage && (
        <button
          className="btn slim"
          type="button"
          disabled={search.isFetching}
          onClick={() => {
            void search.fetchNextPage();
          }}
        >
          {t('track.search.further')}
        </button>
      )}
      {pages.length > 0 && !isThrough && !search.hasNextPage && (
        <p className="row small muted">
          {t('track.search.before')}
          <button className="btn slim" type="button" onClick={() => setLook('profiles')}>
            {t(list === '' ? 'track.search.throughAll' : 'track.search.through')}
          </button>
        </p>
      )}
    </div>
  );
};

/** Finds profiles of all lists, or of one, by words of their names; on demand at every profile, page by page. */
export const NameSearch = (): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const { data: lists = [] } = useLists();
  const [list, setList] = useState('');
  const [name, setName] = useState('');
  const [sought, setSought] = useState<Sought>();
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSought(name.trim() === '' ? undefined : { list, name: name.trim() });
  };
  return (
    <>
      <form className="row" onSubmit={search}>
        <label htmlFor={`${id}-name`}>{t('track.search.name')}</label>
        <input
          id={`${id}-name`}
          className="input"
          type="search"
          minLength={2}
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <select
          className="input"
          aria-label={t('track.search.list')}
          value={list}
          onChange={({ target }) => setList(target.value)}
        >
          <option value="">{t('track.search.everywhere')}</option>
          {lists.map((one) => (
            <option key={one.name} value={one.name}>
              {one.title ?? one.name}
            </option>
          ))}
        </select>
        <button className="btn" type="submit">
          {t('track.search.byName')}
        </button>
      </form>
      {sought && <Matches key={`${sought.list} ${sought.name}`} {...sought} />}
    </>
  );
};
