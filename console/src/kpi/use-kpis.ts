import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KpiView, StatsReport } from '../../../domain/kpi/api.ts';
import type { RunView } from '../../../domain/run-view.ts';
import { useApi } from '../shell/api.ts';

const keyOf = (runId: string): [string, string] => ['kpis', runId];
const pathOf = (runId: string): string => `/runs/${encodeURIComponent(runId)}`;

/** The figures as they are now: asked again each second while it is being sent, then as often as people look again. */
export const useKpis = (run: RunView) => {
  const api = useApi();
  return useQuery({
    // Another state, other figures: the end of sending is shown at once.
    queryKey: [...keyOf(run.id), run.state],
    placeholderData: keepPreviousData,
    queryFn: async () => api.get(`${pathOf(run.id)}/kpis`, KpiView),
    refetchInterval: run.state === 'Sending' ? 1000 : 5000,
  });
};

/** "Compute stats": counts anew at once. */
export const useComputeStats = (runId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => api.post(`${pathOf(runId)}/stats`, {}, StatsReport),
    onSuccess: async () => queries.invalidateQueries({ queryKey: keyOf(runId) }),
  });
};
