import { useInfiniteQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import { useApi } from '../shell/api.ts';

type Paged<T> = z.ZodType<{ items: T[]; cursor: string | null }>;

/** A paged list of the API as one growing list. */
export const useLog = <T>(path: string, page: Paged<T>) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['log', path],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      return api.get(`${path}?limit=50${cursor}`, page);
    },
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
};
