import { useInfiniteQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import { useApi } from './api.ts';

type Paged<T> = z.ZodType<{ items: T[]; cursor: string | null }>;

/** A paged list of the API as one growing list; `path` may have a query already. */
export const useLog = <T>(path: string, page: Paged<T>) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['log', path],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      return api.get(`${path}${path.includes('?') ? '&' : '?'}limit=50${cursor}`, page);
    },
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
};
