import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useApi, type Api } from './api.ts';

/** A page of a list: what it holds, and where the next one begins. */
export type Paged = { items: unknown[]; cursor: string | null };

const optionsOf = <P extends Paged>(api: Api, path: string) =>
  infiniteQueryOptions({
    queryKey: ['log', path],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      return api.get<P>(`${path}${path.includes('?') ? '&' : '?'}limit=50${cursor}`);
    },
    initialPageParam: '',
    getNextPageParam: ({ cursor }: P) => cursor,
  });

/** A paged list of the API, page by page: for what a page says of itself; `path` may have a query already. */
export const useLogPages = <P extends Paged>(path: string) => useInfiniteQuery(optionsOf<P>(useApi(), path));

/** A paged list of the API as one growing list. */
export const useLog = <P extends Paged>(path: string) =>
  useInfiniteQuery({
    ...optionsOf<P>(useApi(), path),
    select: ({ pages }): P['items'] => pages.flatMap(({ items }) => items),
  });
