import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import { useApi } from '../shell/api.ts';

/** One part of the published figures; whole, since it has no second page. */
export const useBreakdown = <S extends z.ZodType>(path: string, page: S) => {
  const api = useApi();
  return useQuery({
    queryKey: ['breakdown', path],
    queryFn: async () => api.get(path, page),
    // Published by the hour.
    refetchInterval: 60_000,
  });
};
