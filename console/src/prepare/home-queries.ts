import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AccountView, Home, RunPage } from '../../../domain/prepare/api.ts';
import { useApi } from '../shell/api.ts';
import { campaignsKey } from '../shell/campaign-keys.ts';
import { ASK_AGAIN_MS, pageAfter } from '../shell/list-pages.ts';

/** The end of tomorrow, as the clock of whoever looks has it. */
const endOfTomorrow = (now: Date): string =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + 2).toISOString();

const LOOK_AGAIN_MS = 10_000;

/** What waits, stands still, failed, runs and goes out next; asked again and again. */
export const useHome = () => {
  const api = useApi();
  return useQuery({
    queryKey: [...campaignsKey, 'home'],
    queryFn: async () => api.get<Home>(`/home?until=${encodeURIComponent(endOfTomorrow(new Date()))}`),
    refetchInterval: LOOK_AGAIN_MS,
  });
};

const ACCOUNT_MS = 60_000;

/** What SES says of the account. */
export const useAccount = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['account'],
    queryFn: async () => api.get<AccountView>('/account'),
    refetchInterval: ACCOUNT_MS,
  });
};

/** Runs as they are asked for (`query` of GET /runs); more pages are fetched by hand. */
export const useRuns = (query: string) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...campaignsKey, 'runs', query],
    queryFn: async ({ pageParam }) => api.get<RunPage>(pageAfter('/runs', query, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ASK_AGAIN_MS,
  });
};
