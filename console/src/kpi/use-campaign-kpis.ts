import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CampaignKpis, ProfilesUnderway, ProfilesView } from '../../../domain/kpi/api.ts';
import { useApi } from '../shell/api.ts';

const pathOf = (campaignId: string): string => `/campaigns/${encodeURIComponent(campaignId)}`;
const kpisKey = (campaignId: string): [string, string] => ['campaign-kpis', campaignId];
const countKey = (campaignId: string): [string, string] => ['profile-count', campaignId];

/** The sums over a campaign's runs, as last published. */
export const useCampaignKpis = (campaignId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: kpisKey(campaignId),
    queryFn: async () => api.get<CampaignKpis>(`${pathOf(campaignId)}/kpis`),
  });
};

/** Where the last count of profiles stands; asked again every two seconds while it counts. */
export const useProfileCount = (campaignId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: countKey(campaignId),
    queryFn: async () => {
      const known = queries.getQueryData<ProfilesView>(countKey(campaignId));
      const count = await api.get<ProfilesView>(`${pathOf(campaignId)}/stats`);
      if (known?.state === 'counting' && count.state === 'done')
        await queries.invalidateQueries({ queryKey: kpisKey(campaignId) });
      return count;
    },
    refetchInterval: ({ state }) => (state.data?.state === 'counting' ? 2000 : false),
  });
};

/** "Compute stats" of a campaign: counts its profiles by itself. */
export const useCountProfiles = (campaignId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => api.post<ProfilesUnderway>(`${pathOf(campaignId)}/stats`, {}),
    onSuccess: (underway) => queries.setQueryData<ProfilesView>(countKey(campaignId), underway),
    onSettled: async () => queries.invalidateQueries({ queryKey: countKey(campaignId) }),
  });
};
