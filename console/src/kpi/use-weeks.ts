import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Weeks } from '../../../domain/kpi/api.ts';
import { useApi } from '../shell/api.ts';

export const weeksPath = (weeks: number): string => `/figures/weeks?weeks=${weeks}`;

/** Figures over all campaigns by week. */
export const useWeeks = (weeks: number) => {
  const api = useApi();
  return useQuery({
    queryKey: ['weeks', weeks],
    queryFn: async () => api.get<Weeks>(weeksPath(weeks)),
    placeholderData: keepPreviousData,
    // Published by the hour.
    refetchInterval: 60_000,
  });
};
