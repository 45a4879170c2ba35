import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KpiView, RecountUnderway, RecountView, StatsReport } from '../../../domain/kpi/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
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
    queryFn: async () => api.get<KpiView>(`${pathOf(run.id)}/kpis`),
    // Before the first message there is nothing to count.
    enabled: run.sendingStartedAt !== null,
    refetchInterval: run.state === 'Sending' ? 1000 : 5000,
  });
};

const recountKeyOf = (runId: string): [string, string] => ['recount', runId];

/** Where the last recount stands; asked again each second while it counts. */
export const useRecount = (runId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: recountKeyOf(runId),
    queryFn: async () => {
      const known = queries.getQueryData<RecountView>(recountKeyOf(runId));
      const recount = await api.get<RecountView>(`${pathOf(runId)}/stats`);
      // The tile shows at once what was corrected.
      if (known?.state === 'counting' && recount.state === 'done')
        await queries.invalidateQueries({ queryKey: keyOf(runId) });
      return recount;
    },
    refetchInterval: ({ state }) => (state.data?.state === 'counting' ? 1000 : 15_000),
  });
};

/** "Compute stats": counts anew, at once or by itself. */
export const useComputeStats = (runId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => api.post<StatsReport | RecountUnderway>(`${pathOf(runId)}/stats`, {}),
    onSettled: async () =>
      Promise.all([recountKeyOf(runId), keyOf(runId)].map(async (queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};
