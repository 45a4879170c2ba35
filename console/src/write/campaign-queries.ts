import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Campaign, NewCampaign } from '../../../domain/model/campaign.ts';
import type {
  ArchiveState,
  CampaignDetail,
  CampaignPage,
  DeletedCampaign,
  LabelState,
  CopyRequest,
} from '../../../domain/write/api.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { useApi } from '../shell/api.ts';
import { campaignKey, campaignsKey } from '../shell/campaign-keys.ts';
import { ASK_AGAIN_MS, pageAfter } from '../shell/list-pages.ts';

/** Campaigns as they are asked for (`query` of GET /campaigns); more pages are fetched by hand. */
export const useCampaigns = (query: string) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...campaignsKey, query],
    queryFn: async ({ pageParam }) => api.get<CampaignPage>(pageAfter('/campaigns', query, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ASK_AGAIN_MS,
  });
};

/** A campaign with its runs and next starts. */
export const useCampaign = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: campaignKey(id),
    queryFn: async () => api.get<CampaignDetail>(`/campaigns/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => (state.data?.runs.some((run) => !hasEnded(run)) ? 3000 : false),
  });
};

type Known = Pick<Campaign, 'id' | 'version' | 'labels'>;
/** `pausesSeries`: of a campaign that is changed. */
type Saving = { input: NewCampaign; pausesSeries: boolean };

/** Creates a campaign, or changes the one that is given. */
export const useSaveCampaign = (known?: Known) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ input, pausesSeries }: Saving) => {
      if (!known) return api.post<Campaign>('/campaigns', input);
      const path = `/campaigns/${encodeURIComponent(known.id)}`;
      const { labels = [], ...edit } = input;
      // Before the edit, which raises the version: whoever tries again after one that failed changes nothing twice.
      if (JSON.stringify(labels) !== JSON.stringify(known.labels ?? []))
        await api.put<LabelState>(`${path}/labels`, { labels });
      return api.put<Campaign>(path, { ...edit, version: known.version, pausesSeries });
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: campaignKey(id) });
      await queries.invalidateQueries({ queryKey: campaignsKey });
      await queries.invalidateQueries({ queryKey: ['run'] });
      await queries.invalidateQueries({ queryKey: ['series', id] });
    },
  });
};

/** Copies a campaign into a draft without a schedule, for the same people or some of them. */
export const useCopyCampaign = (campaignId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (asked: z.input<typeof CopyRequest>) =>
      api.post<Campaign>(`/campaigns/${encodeURIComponent(campaignId)}/copy`, asked),
    onSuccess: async () => queries.invalidateQueries({ queryKey: campaignsKey }),
  });
};

/** Puts a campaign away, or takes it back. */
export const useArchive = (campaignId: string, what: 'archive' | 'unarchive') => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string) =>
      api.post<ArchiveState>(`/campaigns/${encodeURIComponent(campaignId)}/${what}`, reason === '' ? {} : { reason }),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: campaignKey(campaignId) });
      await queries.invalidateQueries({ queryKey: campaignsKey });
      await queries.invalidateQueries({ queryKey: ['series', campaignId] });
    },
  });
};

/** Deletes a campaign that nobody ever prepared. */
export const useDeleteCampaign = (campaignId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => api.delete<DeletedCampaign>(`/campaigns/${encodeURIComponent(campaignId)}`),
    onSuccess: async () => {
      queries.removeQueries({ queryKey: campaignKey(campaignId) });
      await queries.invalidateQueries({ queryKey: campaignsKey });
    },
  });
};
