import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import { useApi, type Api } from './api.ts';

type Paged<T> = { items: T[]; cursor: string | null };

const optionsOf = <P extends Paged<unknown>>(api: Api, path: string, page: z.ZodType<P>) =>
  infiniteQueryOptions({
    queryKey: ['log', path],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      return api.get(`${path}${path.includes('?') ? '&' : '?'}limit=50${cursor}`, page);
    },
    initialPageParam: '',
    getNextPageParam: ({ cursor }: P) => cursor,
  });

/** A paged list of the API, page by page: for what a page says of itself; `path` may have a query already. */
export const useLogPages = <P extends Paged<unknown>>(path: string, page: z.ZodType<P>) =>
  useInfiniteQuery(optionsOf(useApi(), path, page));

/** A paged list of the API as one growing list. */
export const useLog = <T>(path: string, page: z.ZodType<Paged<T>>) =>
  useInfiniteQuery({
    ...optionsOf(useApi(), path, page),
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
