import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import type { SeriesView } from '../../../domain/model/series-view.ts';
import { useApi } from '../shell/api.ts';
import { campaignKey } from '../shell/campaign-keys.ts';

export type SeriesAct = 'arm' | 'pause' | 'resume' | 'skip' | 'end';

/** What its route takes. */
export type SeriesChange = { reason?: string; start?: string; date?: string; starts?: number };

const pathOf = (campaignId: string, what: string): string =>
  `/campaigns/${encodeURIComponent(campaignId)}/series/${what}`;

/** Does something to a series. A refusal mostly means that it has moved on, so the page is loaded again either way. */
export const useSeriesAct = (campaignId: string, act: SeriesAct) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: SeriesChange) => api.post<SeriesView>(pathOf(campaignId, act), change),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: campaignKey(campaignId) });
      await queries.invalidateQueries({ queryKey: ['series', campaignId] });
    },
  });
};

/** Prepares the run of the next start ahead. */
export const usePrepareNext = (campaignId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => api.post<RunView>(pathOf(campaignId, 'prepare'), {}),
    onSettled: async () => queries.invalidateQueries({ queryKey: campaignKey(campaignId) }),
  });
};

/** Who did what to a series, oldest first. */
export const useSeriesHistory = (campaignId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['series', campaignId],
    queryFn: async () => api.lines<AuditRecord>(pathOf(campaignId, 'audit')),
  });
};
