import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { CalendarPage } from '../../../domain/schedule/calendar-api.ts';
import { useApi } from '../shell/api.ts';
import { campaignsKey } from '../shell/campaign-keys.ts';
import { pageAfter } from '../shell/list-pages.ts';

/** The starts of all series are worked out for it: it is not asked for as often as a list. */
const LOOK_AGAIN_MS = 60_000;

/** What goes out on some days (`query` of GET /calendar). */
export const useCalendar = (query: string) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...campaignsKey, 'calendar', query],
    queryFn: async ({ pageParam }) => api.get<CalendarPage>(pageAfter('/calendar', query, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  });
};
