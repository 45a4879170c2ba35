import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api.ts';

/** One part of the published figures; whole, since it has no second page. */
export const useBreakdown = <Page>(path: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['breakdown', path],
    queryFn: async () => api.get<Page>(path),
    // Published by the hour.
    refetchInterval: 60_000,
  });
};
