import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useApi } from '../shell/api.ts';
import { campaignKey, campaignsKey } from '../shell/campaign-keys.ts';
import { runKey } from '../shell/run-query.ts';

/** Prepares: starts a run of the campaign. */
export const usePrepare = (campaignId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => api.post<RunView>(`/campaigns/${encodeURIComponent(campaignId)}/runs`, undefined),
    onSuccess: async (run) => {
      queries.setQueryData(runKey(run.id), run);
      await queries.invalidateQueries({ queryKey: campaignKey(campaignId) });
      await queries.invalidateQueries({ queryKey: campaignsKey });
    },
  });
};
