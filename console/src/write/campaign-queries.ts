import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { Campaign, type CampaignInput } from '../../../domain/model/campaign.ts';
import { CampaignDetail, CampaignPage, type CampaignListItem } from '../../../domain/write/api.ts';
import { CurrentRunPage, type CurrentRun } from '../../../domain/prepare/api.ts';
import { hasEnded } from '../../../domain/model/run.ts';
import { useApi } from '../shell/api.ts';
import { campaignKey, campaignsKey } from '../shell/campaign-keys.ts';

const isUnderWay = ({ latestRun }: CampaignListItem): boolean => latestRun !== null && !hasEnded(latestRun);

/** All campaigns that were loaded, newest first; asked again while one of them moves. */
export const useCampaigns = () => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: campaignsKey,
    queryFn: async ({ pageParam }) =>
      api.get(`/campaigns?limit=50${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`, CampaignPage),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    select: ({ pages }) => ({
      items: pages.flatMap(({ items }) => items),
      unreadable: pages.flatMap(({ unreadable }) => unreadable),
    }),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? 5000 : false),
  });
};

/** Few runs are current; with more of them each look costs more. */
const askAgainIn = (runs: number): number => (runs > 100 ? 30_000 : 5000);

/** Every run that somebody waits for, page by page to the end, and those that failed lately; asked again and again. */
export const useCurrentRuns = () => {
  const api = useApi();
  return useQuery({
    queryKey: [...campaignsKey, 'current'],
    queryFn: async () => {
      const all: { items: CurrentRun[]; unreadable: string[] } = { items: [], unreadable: [] };
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page: z.output<typeof CurrentRunPage> = await api.get(`/runs/current?limit=200${query}`, CurrentRunPage);
        all.items.push(...page.items);
        all.unreadable.push(...page.unreadable);
        ({ cursor } = page);
      }
      return all;
    },
    refetchInterval: ({ state }) => askAgainIn(state.data?.items.length ?? 0),
  });
};

/** A campaign with its runs and next starts. */
export const useCampaign = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: campaignKey(id),
    queryFn: async () => api.get(`/campaigns/${encodeURIComponent(id)}`, CampaignDetail),
    refetchInterval: ({ state }) => (state.data?.runs.some((run) => !hasEnded(run)) ? 3000 : false),
  });
};

type Known = { id: string; version: number };
/** `pausesSeries`: of a campaign that is changed. */
type Saving = { input: CampaignInput; pausesSeries: boolean };

/** Creates a campaign, or changes the one that is given. */
export const useSaveCampaign = (known?: Known) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ input, pausesSeries }: Saving) =>
      known
        ? api.put(
            `/campaigns/${encodeURIComponent(known.id)}`,
            { ...input, version: known.version, pausesSeries },
            Campaign,
          )
        : api.post('/campaigns', input, Campaign),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: campaignKey(id) });
      await queries.invalidateQueries({ queryKey: campaignsKey });
      await queries.invalidateQueries({ queryKey: ['run'] });
    },
  });
};

/** Copies a campaign into a draft without a schedule. */
export const useCopyCampaign = (campaignId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) =>
      api.post(`/campaigns/${encodeURIComponent(campaignId)}/copy`, { name }, Campaign),
    onSuccess: async () => queries.invalidateQueries({ queryKey: campaignsKey }),
  });
};
